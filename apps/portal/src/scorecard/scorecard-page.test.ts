import type { Standing, StandingPart, StandingsView } from '@milepost/contract/scorecard';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import ScorecardPage from './ScorecardPage.vue';
import StandingCard from './StandingCard.vue';

const part: StandingPart = {
  ...{ measure: 'revenue', unit: 'money', weightBp: 6000, actual: 90_00, target: 100_00 },
  ...{ attainmentRatio: 0.9, contributionRatio: 0.54, open: null },
};
const open: StandingPart = {
  ...{ measure: 'collectedWithin', unit: 'ratio', weightBp: 4000, actual: null, target: 0.9 },
  ...{ attainmentRatio: null, contributionRatio: null, open: 'no-result' },
};
const standing: Standing = {
  person: { id: 'ann', name: 'Ann' },
  scorecard: { id: 'card', name: 'Reps 2026', capRatio: 1.2 },
  ...{ totalRatio: null, low: 0.54, high: 1.02, openBp: 4000 },
  parts: [part, open],
};
const view = (rows: Standing[]): StandingsView => ({
  ...{ on: '2026-03-16', from: '2026-01-01', to: '2026-12-31', rows, without: 1 },
  people: [{ id: 'ann', name: 'Ann' }],
});

it('shows weights, what each measure brings, and bounds instead of a total while a part is open', async () => {
  const why = vi.fn(() => ({ why: null, asOf: '2026-03-16T09:00:00Z' }));
  fakeApi({ 'GET /api/v1/scorecard-standings/ann/why': why });
  await mountPage(StandingCard, { props: { standing, period: 'year' } });
  expect(screen.getByText('60%')).toBeTruthy();
  expect(screen.getByText('open: nothing can be counted yet')).toBeTruthy();
  expect(screen.getByText('40% of the weight is open')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Ann · Weighted attainment:/ })).toBeNull();
  expect(screen.getByRole('button', { name: /Ann · At most: 102%/ })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /Ann · Revenue · Attainment: 90%/ }));
  await waitFor(() => expect(why).toHaveBeenCalledTimes(1));
});

it('without a scorecard says so, with the next step, and never shows a zero', async () => {
  fakeApi({
    'GET /api/v1/scorecard-standings': () => view([]),
    'GET /api/v1/scorecards': () => ({ items: [], next: null, total: null }),
  });
  await mountPage(ScorecardPage);
  expect(await screen.findByText(/Nobody has a scorecard yet|You have no scorecard yet/)).toBeTruthy();
  expect(screen.queryByText('0%')).toBeNull();
});
