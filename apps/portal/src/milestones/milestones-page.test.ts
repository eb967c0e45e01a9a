import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import MilestonesPage from './MilestonesPage.vue';

const organisation = {
  ...{ currency: 'EUR', exponent: 2, decimalMark: '.', dateFormat: 'ymd', timeZone: 'UTC' },
  ...{ fiscalYearStart: 1, fiscalYearLabel: 'start', workingWeekdays: [1, 2, 3, 4, 5], holidays: [] },
};
const meAs = (id: string, role: string) => () => ({
  person: { id, name: id, role },
  organisation,
  today: '2026-03-16',
});
const step = {
  ...{ id: 'step', version: 3, archivedAt: null, milestoneId: 'm', keyDateId: null, text: 'Draft sent' },
  ...{ ownerId: 'ann', owner: { id: 'ann', name: 'Ann' }, dueOn: '2026-03-10', doneAt: null, doneBy: null },
};
const milestone = {
  ...{ id: 'm', version: 2, archivedAt: null, fiscalYear: 2026, fiscalYearLabel: 'FY2026', name: 'Build the pipeline' },
  ...{ fromMonth: 1, toMonth: 3, share: 0.2, focus: 'More deals', startsOn: '2026-01-01', endsOn: '2026-03-31' },
  ...{ asOf: '2026-03-16', status: 'at-risk', isWhole: true, keyDates: [] },
  criteria: [{ measure: 'revenue', atLeast: 1_000_000, by: '2026-03-31' }],
  progress: [
    {
      key: '0',
      measure: 'revenue',
      atLeast: 1_000_000,
      by: '2026-03-31',
      value: 600_000,
      projected: null,
      status: 'at-risk',
    },
  ],
  items: [step],
};
const page = (items: object[]) => () => ({ items, next: null, total: items.length });

it('a milestone says where it stands; a criterion is added under the version that was seen', async () => {
  const sent: unknown[] = [];
  fakeApi({
    'GET /api/v1/me': meAs('max', 'manager'),
    'GET /api/v1/milestones': page([milestone]),
    'PATCH /api/v1/milestones/m': ({ body, headers }) => {
      sent.push([headers.get('if-match'), body]);
      return { ...milestone, version: 3 };
    },
  });
  await mountPage(MilestonesPage);
  await useSession().load();
  const card = within(await screen.findByRole('article', { name: 'Build the pipeline' }));
  expect(card.getAllByText('at risk').length).toBeGreaterThan(0);
  expect(card.getByText(/late since 2026-03-10/)).toBeTruthy();
  // Nothing can be projected yet: a dash, never a zero.
  expect(card.getByText('—')).toBeTruthy();
  await fireEvent.click(card.getByRole('button', { name: 'Add an exit criterion' }));
  await fireEvent.update(await screen.findByLabelText(/^At least/), '12500.50');
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const added = { measure: 'revenue', atLeast: 1_250_050, by: '2026-03-31' };
  await waitFor(() => expect(sent).toEqual([['"2"', { criteria: [milestone.criteria[0], added] }]]));
});

it('a rep ticks off their own step and plans nothing', async () => {
  const sent: unknown[] = [];
  const others = { ...step, id: 'other', text: 'Budget asked', ownerId: 'ben', owner: { id: 'ben', name: 'Ben' } };
  fakeApi({
    'GET /api/v1/me': meAs('ann', 'rep'),
    'GET /api/v1/milestones': page([{ ...milestone, isWhole: false, items: [step, others] }]),
    'PATCH /api/v1/checklist-items/step': ({ body, headers }) => {
      sent.push([headers.get('if-match'), body]);
      return { ...step, version: 4, doneAt: '2026-03-16T09:00:00.000Z' };
    },
  });
  await mountPage(MilestonesPage);
  await useSession().load();
  await fireEvent.click(await screen.findByRole('checkbox', { name: /Draft sent/ }));
  await waitFor(() => expect(sent).toEqual([['"3"', { isDone: true }]]));
  expect(screen.getByRole('checkbox', { name: /Budget asked/ }).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Add a milestone' })).toBeNull();
  expect(screen.getByText(/your own part of the plan/)).toBeTruthy();
});
