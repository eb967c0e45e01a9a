import type { AccountView } from '@milepost/contract/accounts';
import type { ActivityView } from '@milepost/contract/activities';
import type { ChangeView } from '@milepost/contract/changes';
import { expect, it } from 'vitest';
import { formOf, patchOf } from './account-form.ts';
import { timelineOf } from './accounts.queries.ts';

const account = { name: 'Huaxin', segment: 'Water', region: null } as AccountView;

it('sends only what was changed, and emptied text as unknown', () => {
  const form = { ...formOf(account), segment: '', region: 'North' };
  expect(patchOf(form, account)).toEqual({ segment: null, region: 'North' });
  expect(patchOf(formOf(account), account)).toEqual({});
});

it('tells a timeline newest first, an activity once', () => {
  const activity = { id: 'a', onDay: '2026-03-02', createdAt: '2026-03-02T09:00:00.000Z' } as ActivityView;
  const changes = [
    { id: 'c', at: '2026-03-03T08:00:00.000Z', subject: 'account' },
    { id: 'd', at: '2026-03-02T08:00:00.000Z', subject: 'activity' },
    { id: 'e', at: '2026-03-01T08:00:00.000Z', subject: 'contact' },
  ] as ChangeView[];
  expect(timelineOf([activity], changes).map(({ id }) => id)).toEqual(['c', 'a', 'e']);
});
