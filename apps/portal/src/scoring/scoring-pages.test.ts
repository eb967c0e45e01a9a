import type { LookalikesView, PortraitView, ScoringView, WinRatesView } from '@milepost/contract/scoring';
import { derive, stored } from '@milepost/core/explain/derive';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import ChanceFigure from '../explain/ChanceFigure.vue';
import WhySheet from '../explain/WhySheet.vue';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import LookalikesPage from './LookalikesPage.vue';
import PortraitPage from './PortraitPage.vue';
import ScoringPage from './ScoringPage.vue';
import WinRatesPage from './WinRatesPage.vue';

const share = (num: number, den: number) => ({ num, den, value: den === 0 ? null : num / den });
const quality = { rows: 100, auc: 0.72, brier: 0.19, logLoss: 0.56, ece: 0.02, lift: 1.8 };
const tried = {
  by: 'shuffled' as const,
  quality,
  baseline: { ...quality, auc: 0.5, brier: 0.24, logLoss: 0.67, ece: 0, lift: 1 },
  reliability: [
    { from: 0.2, to: 0.3, count: 40, successes: 10, meanPredicted: 0.26, low: 0.14, high: 0.4 },
    { from: 0.7, to: 0.8, count: 60, successes: 30, meanPredicted: 0.74, low: 0.38, high: 0.62 },
  ],
  isCalibrated: false,
  fields: ['product', 'amount'],
  ignored: [{ name: 'event', because: 'constant' }],
};
const model = {
  id: 'm1',
  version: 1,
  trainedAt: '2026-03-16T09:00:00.000Z',
  by: null,
  status: 'ok' as const,
  baseRate: share(40, 100),
  tried,
};
const scoring: ScoringView = { subject: 'opportunity', fewestOfEach: 30, current: model, history: [model] };

it('tells how good scores are beside the base rate, bin by bin, and when they were learned', async () => {
  fakeApi({ 'GET /api/v1/scoring': () => scoring });
  await mountPage(ScoringPage);
  expect(await screen.findByText(/Better than giving everybody the base rate, tried on 100 records/)).toBeTruthy();
  expect(screen.getByText('Base rate: 40% (40 of 100).')).toBeTruthy();
  expect(screen.getByText('0.56').closest('tr')?.textContent).toContain('0.67');
  const [first, second] = screen.getAllByRole('rowheader', { name: /^\d+% – \d+%$/ }).map((head) => head.closest('tr'));
  expect(first?.textContent).toContain('within it');
  expect(second?.textContent).toContain('outside it');
  expect(screen.getByText('Looked at: Product, Amount.')).toBeTruthy();
  expect(screen.getByText('the nightly job')).toBeTruthy();
});

it('learns when asked, and says that it is no better than the base rate where that is so', async () => {
  const noBetter = { ...model, version: 2, status: 'no-better' as const };
  const answers: ScoringView[] = [{ ...scoring, current: null, history: [] }];
  fakeApi({
    'GET /api/v1/scoring': () => answers.at(-1),
    'POST /api/v1/scoring/train': ({ url }) => {
      expect(url.search).toBe('?subject=opportunity');
      answers.push({ ...scoring, current: noBetter, history: [noBetter, model] });
      return answers.at(-1);
    },
  });
  await mountPage(ScoringPage);
  expect(await screen.findByText(/Nothing was learned yet/)).toBeTruthy();
  await fireEvent.click(screen.getAllByRole('button', { name: 'Learn now' })[0] as HTMLElement);
  expect(await screen.findByText(/No better than the base rate: what is known/)).toBeTruthy();
  expect(screen.getByText('Version 2')).toBeTruthy();
});

it('asks for the chances of a list at once, with reasons in words, and opens one', async () => {
  const why = derive('logistic', { rule: 'scoring.as-chance', unit: 'ratio' }, [
    derive('sum', { rule: 'scoring.log-odds', unit: 'ratio' }, [
      stored('scoring', 'base', 0.5, 'ratio'),
      derive('difference', { rule: 'scoring.event', unit: 'ratio', label: 'yes' }, [
        stored('scoring', 'weight', 0.4, 'ratio'),
        stored('scoring', 'average', 0.1, 'ratio'),
      ]),
    ]),
  ]);
  const asked = fakeApi({
    'GET /api/v1/scoring/scores': ({ url }) => {
      expect(url.searchParams.get('ids')).toBe('a,b');
      return {
        subject: 'lead',
        status: 'ok',
        baseRate: share(4, 10),
        items: [
          { id: 'a', chance: why.value, reasons: [{ field: 'event', word: 'yes', spelled: 'yes', delta: 0.3 }] },
          { id: 'b', chance: 0.2, reasons: [{ field: 'phone', word: 'no', spelled: 'no', delta: -0.7 }] },
        ],
      };
    },
    'GET /api/v1/scoring/why': () => ({ why, asOf: '2026-03-16T09:00:00.000Z' }),
  });
  const list = defineComponent({
    render: () => [...['a', 'b'].map((id) => h(ChanceFigure, { subject: 'lead', id, isNamed: true })), h(WhySheet)],
  });
  await mountPage(list);
  expect(await screen.findByText('From an event: yes')).toBeTruthy();
  expect(screen.getByText('Phone known: no').parentElement?.textContent).toContain('lowers it:');
  expect(asked).toEqual(['GET /api/v1/scoring/scores']);
  await fireEvent.click(screen.getByRole('button', { name: /Chance to convert: 69%/ }));
  expect(await screen.findByText('yes · From an event')).toBeTruthy();
});

it('says why nothing is told, with the base rate, instead of a number', async () => {
  const told = { subject: 'lead', baseRate: share(4, 10), items: [{ id: 'a', chance: null, reasons: [] }] };
  fakeApi({ 'GET /api/v1/scoring/scores': () => ({ ...told, status: 'no-better' }) });
  await mountPage(ChanceFigure, { props: { subject: 'lead', id: 'a' } });
  expect(await screen.findByText('no better than the base rate, 40%')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('ranks what nobody works on by likeness, and where nothing tells them apart says so', async () => {
  const view: LookalikesView = {
    subject: 'account',
    status: 'ok',
    baseRate: share(2, 10),
    unworked: 12,
    items: [
      {
        record: { id: 'a', name: 'Alder' },
        owner: { id: 'p', name: 'Ann' },
        chance: 0.62,
        reasons: [{ field: 'segment', word: 'health', spelled: 'Health', delta: 1.1 }],
      },
    ],
  };
  fakeApi({
    'GET /api/v1/scoring/lookalikes': ({ url }) =>
      url.searchParams.get('subject') === 'account'
        ? view
        : { ...view, subject: 'lead', status: 'few', unworked: 0, items: [] },
  });
  await mountPage(LookalikesPage);
  expect(await screen.findByText(/12 that nobody works on yet, most promising first/)).toBeTruthy();
  expect(screen.getByText('Segment: Health')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Likeness to customers · Alder: 62%/ })).toBeTruthy();
  await fireEvent.mouseDown(screen.getByRole('tab', { name: 'Leads' }), { button: 0 });
  expect(await screen.findByText('Every new lead in your sight has an activity.')).toBeTruthy();
});

it('says that win rates do not differ beyond chance, and ranks nobody', async () => {
  const view: WinRatesView = {
    status: 'alike',
    pooled: share(3042, 4726),
    people: 30,
    chi2: 24.593,
    df: 29,
    p: 0.69917,
    members: [
      { person: { id: 'a', name: 'Anna' }, rate: share(151, 239), low: 0.57, high: 0.69, drawn: 0.643 },
      { person: { id: 'b', name: 'Boris' }, rate: share(67, 103), low: 0.55, high: 0.74, drawn: 0.644 },
    ],
  };
  fakeApi({ 'GET /api/v1/scoring/win-rates': () => view });
  await mountPage(WinRatesPage);
  expect(await screen.findByText('Win rates do not differ beyond chance')).toBeTruthy();
  expect(
    screen.getByText(/so nobody is ranked: people stand by name \(χ² 24.59, 29 degrees of freedom, p = 0.699\)/),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: /Win rate · Anna: 63.2%/ })).toBeTruthy();
});

it('draws what customers have in common with sample sizes, and says what may be chance', async () => {
  const trait = { low: 0.2, high: 0.7, customers: share(45, 60), others: share(15, 60), difference: 0.5 };
  const view: PortraitView = {
    customers: 60,
    others: 60,
    traits: [
      { ...trait, field: 'segment', word: 'health', spelled: 'Health', from: null, to: null, status: 'more' },
      { ...trait, field: 'employees', word: null, spelled: null, from: 50, to: 200, low: -0.1, status: 'open' },
    ],
  };
  const whys: string[] = [];
  fakeApi({
    'GET /api/v1/scoring/portrait': () => view,
    'GET /api/v1/scoring/portrait/why': ({ url }) => whys.push(url.search) && new Response(null, { status: 404 }),
  });
  await mountPage(PortraitPage);
  expect(await screen.findByText(/What 60 customers have in common against 60 other accounts/)).toBeTruthy();
  expect(screen.getByText('More among customers')).toBeTruthy();
  expect(screen.getByText('Employees: 50 to below 200')).toBeTruthy();
  expect(screen.getByText('May be chance')).toBeTruthy();
  expect(screen.getAllByText('45 of 60').length).toBe(2);
  await fireEvent.click(screen.getByRole('button', { name: /^Customers · Segment: Health: 75%/ }));
  await waitFor(() => expect(whys).toEqual(['?side=customers&field=segment&word=health']));
});
