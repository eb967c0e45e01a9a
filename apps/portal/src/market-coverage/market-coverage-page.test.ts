import type { MarketCoverageView, ProposalView } from '@milepost/contract/market-coverage';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import MarketCoveragePage from './MarketCoveragePage.vue';

const share = (customers: number, accounts: number) => ({
  accounts,
  customers,
  penetration: { num: customers, den: accounts, value: accounts === 0 ? null : customers / accounts },
  whitespace: accounts - customers,
});
const view: MarketCoverageView = {
  asOf: '2026-03-16',
  segments: ['Food', null],
  regions: ['North'],
  cells: [
    { segment: 'Food', region: 'North', ...share(1, 4) },
    { segment: null, region: 'North', ...share(0, 0) },
  ],
  bySegment: [
    { segment: 'Food', region: null, ...share(1, 4) },
    { segment: null, region: null, ...share(0, 0) },
  ],
  byRegion: [{ segment: null, region: 'North', ...share(1, 4) }],
  total: share(1, 4),
};
const proposal: ProposalView = {
  from: '2026-03-23',
  to: '2026-03-29',
  status: 'ok',
  targetPerWeek: 2,
  newMarketsLeft: 1,
  stated: [{ key: 'visit-kind-visit', value: null, unit: 'count' }],
  markets: [
    {
      segment: 'Food',
      region: 'North',
      isNew: true,
      lastVisitOn: null,
      potentialMinor: 100,
      accounts: [
        {
          account: { id: 'a1', name: 'Alder' },
          owner: { id: 'p', name: 'Ann' },
          potentialMinor: 500_00,
          potentialFrom: 'segment',
        },
      ],
    },
  ],
};

it('tells penetration and white space by number, not by shade alone, and dashes where there is nobody', async () => {
  const whys: string[] = [];
  fakeApi({
    'GET /api/v1/coverage': () => view,
    'GET /api/v1/coverage/proposal': () => proposal,
    'GET /api/v1/coverage/why': ({ url }) => whys.push(url.search) && new Response(null, { status: 404 }),
  });
  await mountPage(MarketCoveragePage);
  const cell = await screen.findByRole('button', { name: /Penetration · Food · North/ });
  expect(cell.textContent).toContain('25%');
  expect(screen.getAllByText('1 of 4')).toHaveLength(4);
  expect(screen.queryByRole('button', { name: /Penetration · not said/ })).toBeNull();
  await fireEvent.click(cell);
  await waitFor(() => expect(whys).toEqual(['?figure=penetration&segment=Food&region=North']));
});

it('proposes whom to visit, says where a potential is a median, and puts the visit on the calendar', async () => {
  const made: unknown[] = [];
  fakeApi({
    'GET /api/v1/coverage': () => view,
    'GET /api/v1/coverage/proposal': () => (made.length === 0 ? proposal : { ...proposal, markets: [] }),
    'POST /api/v1/activities': ({ body }) => made.push(body) && body,
  });
  await mountPage(MarketCoveragePage);
  expect(await screen.findByText(/annual revenue not known: median of the segment/)).toBeTruthy();
  expect(screen.getByText('never visited')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Plan visit: Alder' }));
  expect(await screen.findByText('Every market has a visit planned.')).toBeTruthy();
  expect(made).toMatchObject([
    { kind: 'visit', onDay: '2026-03-23', isDone: false, accountId: 'a1', subject: 'First visit: Food · North' },
  ]);
});

it('says what to do where there is no account', async () => {
  fakeApi({
    'GET /api/v1/coverage': () => ({ ...view, segments: [], regions: [], cells: [], total: share(0, 0) }),
    'GET /api/v1/coverage/proposal': () => ({ ...proposal, status: 'insufficientData', markets: [] }),
  });
  await mountPage(MarketCoveragePage);
  expect(await screen.findByText('Go to accounts')).toBeTruthy();
});
