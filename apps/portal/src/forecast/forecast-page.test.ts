import type { ForecastRow, ForecastView, MovementView } from '@milepost/contract/forecast';
import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import ForecastPage from './ForecastPage.vue';

const me = {
  person: { id: 'm', name: 'Max', email: null, role: 'manager', teamId: null },
  organisation: { currency: 'EUR', exponent: 2, timeZone: 'UTC', dateFormat: 'ymd', decimalMark: '.' },
  demo: false,
  today: '2026-03-16',
};
const sum = (amount: number, count = 1) => ({ amount, count, withoutAmount: 0 });
const base: ForecastRow = {
  scopeKind: 'reach',
  scopeId: 'm',
  name: '',
  closed: 100_00,
  commit: sum(50_00),
  best: sum(20_00),
  pipeline: sum(5_00),
  omitted: sum(0, 0),
  commitForecast: 150_00,
  bestForecast: 170_00,
  model: {
    method: 'year-ago',
    value: 160_00,
    low: 140_00,
    high: 185_00,
    conf: 0.8,
    calibration: 'calibrated',
    origins: 18,
    wape: 0.12,
    bias: 0.01,
    coverage: 0.83,
    candidates: [
      { method: 'year-ago', value: 160_00, wape: 0.12, origins: 20 },
      { method: 'mean', value: 150_00, wape: 0.2, origins: 20 },
    ],
    track: [
      {
        origin: '2026-02-15',
        method: 'mean',
        forecast: 60_00,
        low: 50_00,
        high: 70_00,
        actual: 75_00,
        calibration: 'calibrated',
      },
    ],
  },
  override: null,
  submission: null,
  mayOverride: true,
  maySubmit: true,
};
const ann: ForecastRow = {
  ...base,
  scopeKind: 'person',
  scopeId: 'a',
  name: 'Ann',
  maySubmit: false,
  submission: {
    id: 's',
    scopeKind: 'person',
    scopeId: 'a',
    from: '2026-01-01',
    to: '2026-03-31',
    amountMinor: 155_00,
    currency: 'EUR',
    note: null,
    person: { id: 'a', name: 'Ann' },
    submittedAt: '2026-03-10T09:00:00.000Z',
    dealCount: 2,
    moved: [{ deal: { id: 'd1', name: 'Pumps' }, kind: 'changed', fields: ['amount', 'closeOn'] }],
  },
};
const view: ForecastView = {
  from: '2026-01-01',
  to: '2026-03-31',
  asOf: '2026-03-16',
  periodLabel: 'FY2026',
  currency: 'EUR',
  rows: [ann],
  total: base,
  overdue: 1,
  withoutCloseDay: 0,
};
const moved: MovementView = {
  from: view.from,
  to: view.to,
  currency: 'EUR',
  asOf: '2026-03-16',
  since: '2026-03-08',
  snapshots: ['2026-03-08'],
  start: 60_00,
  end: 75_00,
  kinds: [{ kind: 'new', amount: 15_00, count: 1, parts: [{ deal: { id: 'd2', name: 'Valves' }, amount: 15_00 }] }],
};

let sent: { path: string; body: unknown }[] = [];
let asked: string[] = [];
beforeEach(() => {
  sent = [];
  asked = [];
});

async function page(answer: ForecastView = view, movement: MovementView = moved) {
  const keep =
    (path: string) =>
    ({ body }: { body: unknown }) => {
      sent.push({ path, body });
      return { id: 'x', version: 1 };
    };
  fakeApi({
    'GET /api/v1/forecast': () => answer,
    'GET /api/v1/forecast/movement': ({ url }) => {
      asked.push(url.search);
      return movement;
    },
    'POST /api/v1/forecast-overrides': keep('overrides'),
    'POST /api/v1/forecast/submissions': keep('submissions'),
  });
  const mounted = await mountPage(ForecastPage, { path: '/pipeline/forecast' });
  useSession().me = me as never;
  return mounted;
}

describe('the forecast', () => {
  it('says how far the model was off and how often its interval held', async () => {
    await page();
    expect(await screen.findByText('80% between €140 and €185, checked on 18 past forecasts')).toBeTruthy();
    expect(
      screen.getByText('Last year with growth · off by 12% on average at 1 past origin; the interval held 83%'),
    ).toBeTruthy();
    expect(screen.getByText('outside')).toBeTruthy();
    expect(screen.getByText('1 open deal is past its close day and counts as closing now.')).toBeTruthy();
  });

  it('shows by word which number is stale, and by which deals', async () => {
    await page();
    await fireEvent.click((await screen.findAllByText('Ann'))[0] as HTMLElement);
    await waitFor(() => expect(screen.getByText('Pumps: amount, close day')).toBeTruthy());
    expect(screen.getByText('Pumps: amount, close day').getAttribute('href')).toBe('/pipeline/deals/d1');
    expect(screen.getByText('1 deal has moved since')).toBeTruthy();
    await waitFor(() => expect(asked.at(-1)).toContain('scopeId=a'));
    await fireEvent.click(screen.getByRole('button', { name: 'Back to all' }));
    await waitFor(() => expect(screen.queryByText('1 deal has moved since')).toBeNull());
  });

  it('tells the movement with its deals, and without a snapshot when there will be one', async () => {
    await page();
    expect(await screen.findByText('Valves')).toBeTruthy();
    expect(screen.getByRole('button', { name: /New.*\+€15\.00/ })).toBeTruthy();
  });

  it('without a snapshot says when the first one is taken', async () => {
    await page(view, { ...moved, since: null, snapshots: [], kinds: [] });
    expect(await screen.findByText(/every Sunday evening/)).toBeTruthy();
  });

  it('holds a number against the model only with a reason', async () => {
    await page();
    await fireEvent.click(await screen.findByRole('button', { name: 'Add a number' }));
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.update(dialog.getByLabelText(/Amount/), '1,250.50');
    const send = dialog.getByRole('button', { name: 'Hold this number' }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    await fireEvent.update(dialog.getByLabelText(/Reason/), 'Knows the buyer');
    await fireEvent.submit(dialog.getByLabelText(/Amount/).closest('form') as HTMLFormElement);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      path: 'overrides',
      body: {
        scopeKind: 'reach',
        scopeId: 'm',
        from: '2026-01-01',
        to: '2026-03-31',
        amountMinor: 125_050,
        reason: 'Knows the buyer',
      },
    });
  });

  it('takes a submitted number without a note', async () => {
    await page();
    await fireEvent.click(await screen.findByRole('button', { name: 'Submit a number' }));
    const dialog = within(await screen.findByRole('dialog'));
    await fireEvent.update(dialog.getByLabelText(/Amount/), '160');
    await fireEvent.submit(dialog.getByLabelText(/Amount/).closest('form') as HTMLFormElement);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ path: 'submissions', body: { amountMinor: 160_00, note: null } });
  });

  it('of a business without sales says what is missing', async () => {
    const none = { ...base, closed: 0, commit: sum(0, 0), best: sum(0, 0), pipeline: sum(0, 0), model: null };
    await page({ ...view, rows: [], total: none });
    expect(await screen.findByText(/Nothing was sold and no open deal closes/)).toBeTruthy();
  });
});
