import { fireEvent, screen } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { useWhySheet } from '../explain/use-why.ts';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import CapacityPage from './CapacityPage.vue';

const me = () => ({
  person: { id: 'vera', name: 'Vera', role: 'admin' },
  organisation: { currency: 'EUR', decimalMark: '.' },
});
const row = {
  ...{ id: 'ann', name: 'Ann', people: 1, total: 1200.5, left: 900, leaveDays: 4.5, assumed: 1 },
  months: [132, 108, ...new Array<number>(10).fill(96)],
};
const view = {
  ...{ fiscalYear: 2026, fiscalYearLabel: 'FY2026', asOf: '2026-03-16', sellingHoursPerDay: 8 },
  monthStarts: Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01`),
  rows: [row],
  total: { ...row, id: '', name: '' },
};

it('shows hours by person, says who is only assumed full time, and opens a month into its derivation', async () => {
  const asked: string[] = [];
  fakeApi({
    'GET /api/v1/me': me,
    'GET /api/v1/capacity': () => view,
    'GET /api/v1/capacity/why': ({ url }) => {
      asked.push(url.search);
      return {
        why: { op: 'sum', rule: 'capacity.month', unit: 'hours', value: 108, args: [] },
        asOf: '2026-03-16T09:00:00Z',
      };
    },
  });
  await mountPage(CapacityPage);
  await useSession().load();
  expect(await screen.findByText(/Of one person nobody has said how much they work: .* 8 hours a day/)).toBeTruthy();
  await fireEvent.click(await screen.findByRole('button', { name: /^Ann · Feb: 108/ }));
  expect(asked).toEqual(['?by=rep&figure=month&month=2&id=ann']);
  useWhySheet().isOpen.value = false;
});

it('says what to do when nobody sells yet', async () => {
  fakeApi({ 'GET /api/v1/me': me, 'GET /api/v1/capacity': () => ({ ...view, rows: [], total: null }) });
  await mountPage(CapacityPage);
  await useSession().load();
  expect(await screen.findByText(/Nobody sells in this year yet/)).toBeTruthy();
});
