import type { ReportView } from '@milepost/contract/funnel';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import FunnelReportPage from './FunnelReportPage.vue';

const view: ReportView = {
  by: 'all',
  from: '2025-03-17',
  to: '2026-03-16',
  stages: [
    { id: 's1', name: 'Talk' },
    { id: 's2', name: 'Offer' },
  ],
  groups: [
    {
      key: 'all',
      name: 'all',
      won: 4,
      closed: 9,
      unplaced: 1,
      steps: [
        { stageId: 's1', stood: 9, passed: 4, rate: 4 / 9, low: 0.19, high: 0.73, days: 12 },
        { stageId: 's2', stood: 0, passed: 0, rate: null, low: 0, high: 1, days: null },
      ],
    },
  ],
};

it('tells stage by stage how many went on, how sure that is and how long it took, and opens a rate', async () => {
  const whys: string[] = [];
  fakeApi({
    'GET /api/v1/funnel/report': () => view,
    'GET /api/v1/funnel/report/why': ({ url }) => whys.push(url.search) && new Response(null, { status: 404 }),
  });
  await mountPage(FunnelReportPage);
  expect(await screen.findByText(/4 won of 9 closed/)).toBeTruthy();
  expect(screen.getByText(/1 lost, stage not known/)).toBeTruthy();
  const [talk, offer] = ['Talk', 'Offer'].map((name) => screen.getByRole('rowheader', { name }).closest('tr'));
  expect(talk?.textContent).toContain('19% – 73%');
  expect(talk?.textContent).toContain('12');
  expect(offer?.querySelector('button')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: /All deals · Talk · Went on: 44.4%/ }));
  await waitFor(() => expect(whys).toEqual(['?by=all&stage=s1&key=all']));
});

it('says what to do where nothing has closed', async () => {
  fakeApi({ 'GET /api/v1/funnel/report': () => ({ ...view, groups: [] }) });
  await mountPage(FunnelReportPage);
  expect(await screen.findByText(/No deal in your sight closed in this time/)).toBeTruthy();
});
