import type { WorkStep, WorkView } from '@milepost/contract/funnel';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { WorkingCalendar } from '@milepost/core/calendar/workdays';
import { backSolve } from '@milepost/core/funnel/back-solve';
import type { FunnelStep } from '@milepost/core/funnel/funnel-step';
import { whatGives } from '@milepost/core/funnel/what-gives';
import { supposing } from '@milepost/core/funnel/what-if';

/** What the sliders say. `cycle` is a share of now; `hours` are those of a week of everybody in the scope. */
export type Supposed = { winRate: number; size: number; cycle: number; hours: number };

/** A step as the page shows it, as it is or as it would be. */
export type ShownStep = Pick<
  WorkStep,
  'id' | 'name' | 'rate' | 'count' | 'safe' | 'perWeek' | 'lastStart' | 'isReachable' | 'byWeek'
>;
export type ShownWork = Pick<WorkView, 'status' | 'wins' | 'reachableFrom' | 'hours'> & { steps: ShownStep[] };

/** Where the sliders stand at first: what is. Null while size or win rate is unknown; then nothing can be supposed. */
export function asItIs({ winRate, size, hours, weeksLeft }: WorkView): Supposed | null {
  if (winRate === null || size === null || winRate >= 1 || winRate <= 0) return null;
  return { winRate, size, cycle: 1, hours: weeksLeft > 0 ? hours.had / weeksLeft : 0 };
}

const funnelStep = ({ id, rate, evidence, days, daysToWin, hours }: WorkStep): FunnelStep => ({
  id,
  rate,
  evidence,
  days,
  daysToWin,
  hours,
});

/** The work as it would be, by the same rules as on the server. Leads keep their rate: the win rate is that from the first stage on. */
export function supposeWork(view: WorkView, calendar: WorkingCalendar, supposed: Supposed): ShownWork {
  const { winRate, size, cycle, hours } = supposed;
  const steps = view.steps.map(funnelStep);
  const leads = steps[0]?.id === 'leads' ? steps.slice(0, 1) : [];
  const stages = supposing(steps.slice(leads.length), {
    cycle,
    ...(winRate === view.winRate ? {} : { winRate }),
  });
  const all = [...supposing(leads, { cycle }), ...stages];
  const solved = backSolve({
    gap: view.gap,
    size,
    steps: all,
    today: toDay(view.asOf),
    end: toDay(view.until),
    calendar,
    confidence: view.confidence,
  });
  const fit = whatGives({ gap: view.gap, size, steps: all, had: hours * view.weeksLeft, weeks: view.weeksLeft });
  return {
    status: solved.status,
    wins: solved.wins,
    reachableFrom: solved.reachableFrom,
    hours: { ...fit, unsaid: [...fit.unsaid], relaxations: [...fit.relaxations] },
    steps: view.steps.map(({ id, name }, at) => {
      const need = solved.needs[at];
      return {
        id,
        name,
        rate: all[at]?.rate ?? null,
        count: need?.count ?? null,
        safe: need?.safe ?? null,
        perWeek: need?.perWeek ?? null,
        lastStart: need?.lastStart == null ? null : toIso(need.lastStart),
        isReachable: need?.isReachable ?? null,
        byWeek: [...(need?.byWeek ?? [])],
      };
    }),
  };
}
