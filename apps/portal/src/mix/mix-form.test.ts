import { expect, it } from 'vitest';
import { mixBars } from './mix-bars.ts';
import { differing, emptyLine, formOf, type MixDetails, readForm } from './mix-form.ts';
import { singleChange } from './single-change.ts';

const german = { decimalMark: ',', exponent: 2 } as const;
const plan: MixDetails = {
  name: 'Mix 2026',
  targetMinor: 100_000_050,
  hours: 2500.5,
  highShare: 0.4,
  trafficShare: null,
  lines: [
    {
      line: 'Pumps',
      role: 'high-margin',
      marginShare: 0.4525,
      hoursPerThousand: 5,
      demandCapMinor: 30_000_000,
      floorMinor: 0,
    },
    { line: 'Hoses', role: null, marginShare: null, hoursPerThousand: null, demandCapMinor: null, floorMinor: 12_345 },
  ],
  pairings: [{ high: 'Pumps', traffic: 'Hoses', ratio: 0.125 }],
};

it('shows a plan as the organisation writes, and reads it back as it was', () => {
  const form = formOf(plan, german);
  expect(form).toMatchObject({ targetMinor: '1000000,50', hours: '2500,5', highShare: '40', trafficShare: '' });
  expect(form.lines[1]).toEqual({ ...emptyLine('Hoses'), floorMinor: '123,45' });
  expect(readForm(form, german)).toEqual({ details: plan, unread: new Set() });
});

it('takes an empty field for not known, and names what cannot be read', () => {
  const form = formOf(plan, german);
  const [pumps, hoses] = form.lines as [(typeof form.lines)[number], (typeof form.lines)[number]];
  const typed = {
    ...form,
    hours: '',
    highShare: '140 %',
    lines: [
      { ...pumps, marginShare: 'much' },
      { ...hoses, demandCapMinor: '-5' },
    ],
    pairings: [{ high: 'Hoses', traffic: 'Hoses', ratio: '' }],
  };
  expect(readForm(typed, german)).toEqual({
    details: null,
    unread: new Set([
      'highShare',
      'lines.0.marginShare',
      'lines.1.demandCapMinor',
      'pairings.0.high',
      'pairings.0.ratio',
    ]),
  });
  expect(readForm({ ...form, hours: '' }, german).details?.hours).toBeNull();
  expect(readForm({ ...form, lines: [], pairings: [] }, german).unread).toEqual(new Set(['lines']));
});

it('sends the fields that differ, whole', () => {
  const moved = { ...plan, hours: 1, lines: plan.lines.slice(0, 1) };
  expect(differing(moved, plan)).toEqual({ hours: 1, lines: plan.lines.slice(0, 1) });
  expect(differing(plan, plan)).toEqual({});
});

it('moves one rule in the field of the plan where it stands', () => {
  expect(singleChange(plan, { kind: 'high-share' }, 0.2714)).toEqual({ highShare: 0.2714 });
  expect(singleChange(plan, { kind: 'target' }, 7)).toEqual({ targetMinor: 7 });
  const { lines } = singleChange(plan, { kind: 'cap', line: 'Pumps' }, 9);
  expect(lines?.map(({ demandCapMinor }) => demandCapMinor)).toEqual([9, null]);
  const { pairings } = singleChange(plan, { kind: 'pairing', high: 'Pumps', traffic: 'Hoses' }, 0.1);
  expect(pairings).toEqual([{ high: 'Pumps', traffic: 'Hoses', ratio: 0.1 }]);
});

it('draws the lines of the plan, and beside them what was sold without being planned', () => {
  const best = { lines: [{ line: 'Pumps', revenue: 5, margin: 2 }], revenue: 5, margin: 2, hours: null };
  const toDate = [
    { line: 'Hoses', revenue: 0 },
    { line: 'Seals', revenue: 3 },
    { line: 'Never', revenue: 0 },
  ].map((one) => ({ ...one, role: null, share: null, plannedRevenue: null, plannedShare: null }));
  expect(mixBars(plan, { best: { ...best, highShare: null, trafficShare: null } }, { lines: toDate })).toEqual([
    { line: 'Pumps', role: 'high-margin', planned: 5, sold: null },
    { line: 'Hoses', role: null, planned: null, sold: 0 },
    { line: 'Seals', role: null, planned: null, sold: 3 },
  ]);
  expect(mixBars(plan, { best: null }, null).every(({ planned, sold }) => planned === null && sold === null)).toBe(
    true,
  );
});
