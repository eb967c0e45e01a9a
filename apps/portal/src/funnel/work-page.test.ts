import type { WorkStep, WorkView } from '@milepost/contract/funnel';
import { MONDAY_TO_FRIDAY } from '@milepost/core/calendar/workdays';
import { fireEvent, screen, within } from '@testing-library/vue';
import { describe, expect, it } from 'vitest';
import { fakeApi } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import { useSession } from '../session/session.ts';
import { asItIs, supposeWork } from './suppose-work.ts';
import WorkPage from './WorkPage.vue';

const step = (id: string, rate: number, more: Partial<WorkStep> = {}): WorkStep => ({
  id,
  name: id,
  passed: 3,
  stood: 10,
  rate,
  prior: 'peers',
  evidence: 60,
  days: 20,
  daysFrom: 'own',
  daysToWin: null,
  hours: 4,
  count: null,
  safe: null,
  perWeek: null,
  lastStart: null,
  isReachable: null,
  byWeek: [],
  standing: 2,
  ...more,
});
const bare: WorkView = {
  asOf: '2026-03-16',
  until: '2026-12-31',
  currency: 'EUR',
  fiscalYear: 2026,
  fiscalYearLabel: 'FY2026',
  scope: { kind: 'person', id: 'p', name: 'Ann', people: 1 },
  target: { id: 't', name: 'Revenue 2026' },
  confidence: 0.9,
  remaining: 600_000_00,
  pipeline: 350_000_00,
  gap: 250_000_00,
  size: 50_000_00,
  winRate: 0.25,
  cycleDays: 40,
  status: 'ok',
  wins: 5,
  steps: [step('Talk', 0.5), step('Offer', 0.5)],
  weeks: [{ from: '2026-03-16', to: '2026-03-22', workdays: 5 }],
  reachableFrom: 'Talk',
  hours: { status: 'fits', needed: 100, had: 1600, unsaid: [], relaxations: [] },
  weeksLeft: 41.4,
  levers: [{ kind: 'days', value: 32, change: -0.2 }],
  peers: { name: 'East', people: 4, won: 12, closed: 50 },
  won: 3,
  closed: 8,
  isPeersLed: true,
  unplacedLosses: 0,
  dueLater: 0,
};
const now = asItIs(bare) ?? expect.unreachable('Size and win rate are known.');
const view: WorkView = { ...bare, ...supposeWork(bare, MONDAY_TO_FRIDAY, now), steps: bare.steps };
view.steps = view.steps.map((one, at) => ({ ...one, ...supposeWork(bare, MONDAY_TO_FRIDAY, now).steps[at] }));
const me = {
  person: { id: 'p', name: 'Ann', email: null, role: 'rep', teamId: null },
  organisation: {
    ...{ currency: 'EUR', exponent: 2, timeZone: 'UTC', dateFormat: 'ymd', decimalMark: '.' },
    ...{ workingWeekdays: [1, 2, 3, 4, 5], holidays: [], fiscalYearStart: 1, fiscalYearLabel: 'start' },
  },
  demo: false,
  today: '2026-03-16',
};
async function mount(answer: WorkView) {
  const asked = fakeApi({ 'GET /api/v1/funnel': () => answer });
  const page = await mountPage(WorkPage);
  useSession().me = me as never;
  return { ...page, asked };
}

describe('supposing', () => {
  it('is 5 wins and 20 new opportunities of a gap of 250,000 at 25 %', () => {
    const shown = supposeWork(bare, MONDAY_TO_FRIDAY, now);
    expect([shown.wins, shown.steps.map(({ count }) => count)]).toEqual([5, [20, 10]]);
  });
  it('of a higher win rate, a larger win and a shorter cycle asks for less, and later', () => {
    const shown = supposeWork(bare, MONDAY_TO_FRIDAY, { ...now, winRate: 0.5, size: 125_000_00, cycle: 0.5 });
    expect([shown.wins, shown.steps[0]?.count]).toEqual([2, 4]);
    expect(shown.steps[0]?.lastStart).toBe('2026-12-11');
  });
  it('of no hours says what gives', () => {
    const { hours } = supposeWork(bare, MONDAY_TO_FRIDAY, { ...now, hours: 1 });
    expect(hours.status).toBe('over');
    expect(hours.relaxations).toHaveLength(5);
  });
  it('is not possible while nothing is known', () => {
    expect(asItIs({ ...bare, size: null })).toBeNull();
    expect(asItIs({ ...bare, winRate: null })).toBeNull();
  });
});

describe('the page of gap to work', () => {
  it('shows counts, safe counts and whose figure dominates', async () => {
    await mount(view);
    const talk = (await screen.findByRole('heading', { name: 'Talk' })).closest('li') as HTMLElement;
    expect(within(talk).getByText('20')).toBeTruthy();
    expect(within(talk).getByText('2026-11-21')).toBeTruthy();
    expect(within(talk).getByText('3 of 10 own, drawn to the peers')).toBeTruthy();
    expect(screen.getByText(/the figure of the peers dominates: East, 12 won of 50/)).toBeTruthy();
    expect(screen.getByText('the hours suffice')).toBeTruthy();
  });

  it('answers a slider at once, without asking the server, and goes back to what is', async () => {
    const { asked } = await mount(view);
    const slider = await screen.findByLabelText(/Size of a win/);
    const before = asked.length;
    await fireEvent.update(slider, String(100_000_00));
    const talk = screen.getByRole('heading', { name: 'Talk' }).closest('li') as HTMLElement;
    expect(within(talk).getByText('12')).toBeTruthy();
    expect(screen.getByText('You are looking at a supposition. Nothing is changed by it.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'As it is' }));
    expect(within(talk).getByText('20')).toBeTruthy();
    expect(asked.length).toBe(before);
  });

  it('without a plan says what comes next', async () => {
    await mount({ ...view, status: 'noPlan', target: null });
    expect(await screen.findByText(/There is no published plan for this year yet/)).toBeTruthy();
  });
});
