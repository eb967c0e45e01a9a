import type { RateRow, RateTargetView } from '@milepost/contract/rate-targets';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import RateTable from './RateTable.vue';

const all: RateRow = {
  ...{ kind: 'all', id: null, name: '', teamId: null, shareRatio: 0.3, ownRatio: 0.3 },
  from: { kind: 'all', name: '', period: 'year' },
  ...{ actualRatio: 0.25, counts: { num: 25, den: 100 }, interval: { low: 0.18, high: 0.34 }, status: 'open', more: 8 },
};
const ben: RateRow = {
  ...{ kind: 'person', id: 'ben', name: 'Ben', teamId: 'east', shareRatio: 0.4, ownRatio: null },
  from: { kind: 'team', name: 'East', period: 'year' },
  ...{ actualRatio: null, counts: { num: 0, den: 0 }, interval: null, status: null, more: null },
};
const view = {
  target: { id: 't' },
  ...{ period: 'year', from: '2026-01-01', to: '2026-12-31', countsUnit: 'count', rows: [all, ben], stated: [] },
} as unknown as RateTargetView;

it('says whose share it is, what was counted, and how many more it takes; what is not known is not zero', async () => {
  const why = vi.fn(() => ({ why: null, asOf: '2026-03-16T09:00:00Z' }));
  fakeApi({ 'GET /api/v1/targets/t/rates/why': why });
  await mountPage(RateTable, { props: { view } });
  expect(screen.getByText('25 of 100; 95% interval 18% to 34%')).toBeTruthy();
  expect(screen.getByText('from East, Fiscal year')).toBeTruthy();
  expect(screen.getByText('open yet')).toBeTruthy();
  expect(screen.queryByText('0%')).toBeNull();
  expect(screen.queryByRole('button', { name: /Ben · Reached/ })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: /Everybody · More needed: 8/ }));
  await waitFor(() => expect(why).toHaveBeenCalledTimes(1));
});

it('does not round a rate onto what is wanted while its status says otherwise', async () => {
  const nearly = { ...all, actualRatio: 0.2996, interval: { low: 0.2996, high: 0.3004 } };
  await mountPage(RateTable, { props: { view: { ...view, rows: [nearly] } } });
  expect(screen.getByText('25 of 100; 95% interval 29.96% to 30.04%')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Everybody · Reached: 29.96%/ })).toBeTruthy();
});
