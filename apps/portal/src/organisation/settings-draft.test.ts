import type { OrganisationView } from '@milepost/contract/organisation';
import { expect, it } from 'vitest';
import { draftOf, settingsPatch } from './settings-draft.ts';

const seen = {
  name: 'Nordpumpe',
  currency: 'EUR',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-12-25'],
  weekStart: 1,
  version: 4,
} as OrganisationView;

it('sends what was changed and nothing else, and leaves the record as it was until it is saved', () => {
  const draft = draftOf(seen);
  expect(settingsPatch(draft, seen)).toEqual({});
  draft.holidays.push('2026-12-26');
  draft.name = 'Südpumpe';
  expect(settingsPatch(draft, seen)).toEqual({ name: 'Südpumpe', holidays: ['2026-12-25', '2026-12-26'] });
  expect(seen.holidays).toEqual(['2026-12-25']);
});

it('never sends a currency', () => {
  expect(settingsPatch({ ...draftOf(seen), currency: 'USD' }, seen)).toEqual({});
});
