import type { MixPlanView, MixSolutionView } from '@milepost/contract/mix';
import { vertices } from '@milepost/core/lp/testing-vertices';
import { serveSolver } from '@milepost/solver/solver-port';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import MixPage from './MixPage.vue';

const organisation = { currency: 'USD', exponent: 2, fiscalYearStart: 1, fiscalYearLabel: 'start', decimalMark: '.' };
const me = { person: { role: 'manager' }, organisation, today: '2026-03-16', demo: false };
const line = (name: string, marginShare: number, hours: number, capThousands: number, isHigh: boolean) => ({
  line: name,
  role: isHigh ? ('high-margin' as const) : ('traffic' as const),
  marginShare,
  hoursPerThousand: hours,
  demandCapMinor: capThousands * 100_000,
  floorMinor: 0,
});
const plan: MixPlanView = {
  ...{ id: 'm', version: 1, createdAt: '', updatedAt: '', archivedAt: null },
  ...{ name: 'Mix 2026', fiscalYear: 2026, fiscalYearLabel: 'FY2026', currency: 'USD' },
  lines: [
    line('Pumps', 0.45, 5, 300, true),
    line('Valves', 0.38, 4, 250, true),
    line('Hoses', 0.12, 1.5, 500, false),
    line('Seals', 0.08, 1, 400, false),
  ],
  ...{ targetMinor: 100_000_000, hours: 2500, highShare: 0.4, trafficShare: 0.3, pairings: [] },
};
const solution: MixSolutionView = {
  ...{ version: 1, status: 'ok', conflict: [], relaxations: [], missing: [] },
  best: {
    lines: [{ line: 'Pumps', revenue: 16_428_571, margin: 7_392_857 }],
    ...{ revenue: 100_000_000, margin: 22_321_429, hours: 2500, highShare: 0.414, trafficShare: 0.586 },
  },
  prices: [
    { rule: { kind: 'hours' }, id: 'hours', limit: 2501, step: 1, gain: 9429 },
    { rule: { kind: 'cap', line: 'Valves' }, id: 'cap:Valves', limit: 25_100_000, step: 100_000, gain: 2429 },
    { rule: { kind: 'high-share' }, id: 'high-share', limit: 0.39, step: -0.01, gain: 500 },
  ],
};
const toDate = { asOf: '2026-03-16', revenue: 0, highShare: null, trafficShare: null, lines: [] };
const served = (of: MixSolutionView = solution, plans: MixPlanView[] = [plan]) => ({
  'GET /api/v1/me': () => me,
  'GET /api/v1/mix': () => ({ items: plans, next: null, total: null }),
  'GET /api/v1/mix/m/solution': () => of,
  'GET /api/v1/mix/m/to-date': () => toDate,
});
async function openPage(): Promise<void> {
  await mountPage(MixPage);
  await useSession().load();
}

// The worker is a channel with the other end in this thread; what it solves with is right by exhaustion.
beforeEach(() => {
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        const { port1, port2 } = new MessageChannel();
        serveSolver(port1, async () => vertices);
        port1.start();
        port2.start();
        // biome-ignore lint/correctness/noConstructorReturn: the port stands in the place of the worker
        return port2;
      }
    },
  );
});

it('says the price of each rule in a sentence, and opens where a figure comes from', async () => {
  const asked: string[] = [];
  fakeApi({
    ...served(),
    'GET /api/v1/mix/m/why': ({ url }) => {
      asked.push(url.search);
      return refusal(404, 'not-found');
    },
  });
  await openPage();
  expect(await screen.findByText('One more selling hour')).toBeTruthy();
  expect(screen.getByText('$1,000.00 more demand for Valves')).toBeTruthy();
  expect(screen.getByText('1 point less high-margin share')).toBeTruthy();
  await fireEvent.click(screen.getByText('$94.29'));
  await waitFor(() => expect(asked).toEqual(['?figure=gain&rule=hours']));
  expect(screen.getByText('at least 40%')).toBeTruthy();
});

it('names the rules that clash, and makes one of the single changes that are enough', async () => {
  const writes: unknown[] = [];
  const infeasible: MixSolutionView = {
    ...{ ...solution, status: 'infeasible', best: null, prices: [] },
    conflict: [{ kind: 'target' }, { kind: 'hours' }],
    relaxations: [
      { rule: { kind: 'target' }, from: 100_000_000, to: 84_482_758.62, applied: 84_482_758 },
      { rule: { kind: 'hours' }, from: 2000, to: 2450, applied: 2450 },
      { rule: { kind: 'traffic-share' }, from: 0.3, to: null, applied: null },
    ],
  };
  fakeApi({
    ...served(infeasible, [{ ...plan, hours: 2000 }]),
    'PATCH /api/v1/mix/m': ({ body, headers }) => {
      writes.push([body, headers.get('if-match')]);
      return { ...plan, version: 2 };
    },
  });
  await openPage();
  const conflict = (await screen.findByText('These rules cannot all be met:')).closest('section') as HTMLElement;
  expect(within(conflict).getByText('2,000 hours')).toBeTruthy();
  expect(within(conflict).getAllByRole('button')).toHaveLength(2);
  await fireEvent.click(within(conflict).getByRole('button', { name: 'Selling hours: 2,000 hours → 2,450 hours' }));
  await waitFor(() => expect(writes).toEqual([[{ hours: 2450 }, '"1"']]));
});

it('solves a what-if in this window beside the plan, and keeps it when asked', async () => {
  const writes: unknown[] = [];
  fakeApi({
    ...served(),
    'PATCH /api/v1/mix/m': ({ body }) => {
      writes.push(body);
      return { ...plan, hours: 2501, version: 2 };
    },
  });
  await openPage();
  const hours = (await screen.findByLabelText('Selling hours')) as HTMLInputElement;
  await fireEvent.update(hours, '2000');
  expect(await screen.findByText(/These could not all be met: .*Selling hours/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep this' })).toBeNull();
  await fireEvent.update(hours, 'many');
  expect(await screen.findByText('This cannot be read, or lies outside what is possible.')).toBeTruthy();
  await fireEvent.update(hours, '2501');
  expect(await screen.findByText('Margin $223,308.57')).toBeTruthy();
  expect(screen.getByText('+$94.28 against the plan')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  await waitFor(() => expect(writes).toEqual([{ hours: 2501 }]));
});

it('says what is not known of which line instead of a mix', async () => {
  const missing = [
    { line: 'Pumps', fact: 'margin-share' as const },
    { line: 'Seals', fact: 'margin-share' as const },
  ];
  fakeApi(served({ ...solution, status: 'incomplete', best: null, prices: [], missing }));
  await openPage();
  expect(await screen.findByText('The margin is not known of: Pumps, Seals')).toBeTruthy();
  expect(screen.queryByText('One more selling hour')).toBeNull();
});

it('begins a year from what products, books and target propose', async () => {
  const made: unknown[] = [];
  const [pumps] = plan.lines;
  fakeApi({
    ...served(solution, []),
    'GET /api/v1/mix/proposal': ({ url }) => ({
      ...{ fiscalYear: 2026, fiscalYearLabel: 'FY2026', currency: 'USD', targetMinor: 5_000_000, highShare: 0.4 },
      hours: url.searchParams.has('hoursPerDay') ? 1566 : null,
      lines: [{ ...pumps, marginShare: 0.4512, demandCapMinor: null, soldMinor: 7, costedRevenueMinor: 7 }],
      history: { from: '2025-01-01', to: '2025-12-31' },
      capacity: { people: 1, workdays: 261 },
    }),
    'POST /api/v1/mix': ({ body }) => {
      made.push(body);
      return plan;
    },
  });
  await openPage();
  await fireEvent.click(await screen.findByRole('button', { name: 'Set the mix' }));
  const perDay = await screen.findByLabelText('Selling hours a day of each rep');
  expect(screen.getByText('1 rep, 261 working days in the year')).toBeTruthy();
  await fireEvent.update(perDay, '6');
  await fireEvent.click(screen.getByRole('button', { name: 'Work out the hours' }));
  await waitFor(() => expect((screen.getByLabelText('Selling hours') as HTMLInputElement).value).toBe('1566'));
  const set = screen.getAllByRole('button', { name: 'Set the mix' }).at(-1) as HTMLElement;
  await fireEvent.click(set);
  await waitFor(() => expect(made).toHaveLength(1));
  expect(made[0]).toMatchObject({
    ...{ name: 'Mix FY2026', fiscalYear: 2026, targetMinor: 5_000_000, hours: 1566, highShare: 0.4, pairings: [] },
    lines: [{ line: 'Pumps', marginShare: 0.4512, demandCapMinor: null, floorMinor: 0 }],
  });
});
