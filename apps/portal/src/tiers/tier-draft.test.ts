import type { TierSettingsView } from '@milepost/contract/tiers';
import { expect, it } from 'vitest';
import { draftOf, readDraft } from './tier-draft.ts';

const view: TierSettingsView = {
  id: '0190a0a0-0000-7000-8000-000000000001',
  ...{ version: 0, updatedAt: null, reviewedOn: null, counts: { A: 0, B: 0, C: 0, none: 3 } },
  cuts: { by: 'share', a: 0.7, b: 0.9 },
  lambda: 0.5,
  hysteresis: { margin: 0.1, reviews: 2 },
  reviewEvery: 'quarter',
  cadences: { A: { count: 1, per: 'week' }, B: { count: 2, per: 'month' }, C: { count: 1, per: 'quarter' } },
  visitHours: 1,
  wayHours: 1.5,
  judgement: { min: 0.6, max: 1.25, half: 1.12 },
};
const comma = { decimalMark: ',' } as const;

it('shows shares in per cent as the organisation writes numbers, and reads nothing changed out of what is not', () => {
  const draft = draftOf(view, comma);
  expect(draft).toMatchObject({ edgeA: '70', wayHours: '1,5', half: '112', countB: '2', perB: 'month' });
  expect(readDraft(draft, view, comma)).toEqual({ patch: {}, unreadable: [] });
});

it('reads whole parts that changed, and names what is no such number or out of order', () => {
  const draft = { ...draftOf(view, comma), wayHours: '0,25', perC: 'month' as const };
  expect(readDraft(draft, view, comma).patch).toEqual({
    wayHours: 0.25,
    cadences: { ...view.cadences, C: { count: 1, per: 'month' } },
  });
  const wrong = { ...draft, edgeA: '95', reviews: '1,5', half: '90', countA: 'often' };
  expect(readDraft(wrong, view, comma).unreadable).toEqual(
    expect.arrayContaining(['edgeB', 'reviews', 'half', 'countA']),
  );
});
