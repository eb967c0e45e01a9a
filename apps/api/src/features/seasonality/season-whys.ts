import { fiscalOf, monthsOf, workingOf } from '@milepost/contract/calendar';
import type { SeasonQuery } from '@milepost/contract/seasonality';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { type WorkingCalendar, workdays } from '@milepost/core/calendar/workdays';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { elapsed } from '@milepost/core/pacing/plan-to-date';
import { whyGone, whyShares, whyYear } from '@milepost/core/seasonality/why-season';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { facts } from '../sales/facts-store.ts';
import { type PastYear, pastYears } from './store.ts';

/** Everything of a season as derivations: what is shown is their values, so the two cannot differ. */
export type SeasonWhys = {
  asOf: string;
  fiscalYear: number;
  months: { from: string; to: string }[];
  past: PastYear[];
  prior: Why[];
  shares: Why[] | null;
  /** Shares of one counted year. */
  yearShares: ReadonlyMap<number, Why[]>;
  actual: Why;
  linearGone: Why | null;
  seasonalGone: Why | null;
  linear: Why | null;
  seasonal: Why | null;
};

const monthFact = (month: string, value: number) => stored('revenue', month, value, 'money', month);

/** How much of the month under way is over, as stored values. */
function partOf({ from, to }: { from: string; to: string }, asOf: string, calendar: WorkingCalendar) {
  const { done, whole } = elapsed({ first: toDay(from), last: toDay(to) }, toDay(asOf), calendar);
  return {
    done: stored('calendar', `${from}–${asOf}`, done, 'days', asOf),
    whole: stored('calendar', `${from}–${to}`, whole, 'days', to),
  };
}

/** The season before a fiscal year and what is gone of that year, of what is in the actor's sight. */
export async function seasonWhys(db: Db, actor: Actor, today: string, query: SeasonQuery): Promise<SeasonWhys> {
  const { organisation } = actor;
  const calendar = workingOf(organisation);
  const fiscalYear = query.fiscalYear ?? fiscalYearOf(toDay(query.asOf ?? today), fiscalOf(organisation)).year;
  const months = monthsOf(organisation, fiscalYear);
  const [start, end] = [months[0]?.from ?? today, months.at(-1)?.to ?? today];
  const asOf = earlierOf(query.asOf ?? today, end);
  const past = await pastYears(db, actor, { fiscalYear, years: query.years, today });
  const workdaysOf = months.map(({ from, to }) =>
    stored('calendar', `${from}–${to}`, workdays(toDay(from), toDay(to), calendar), 'days', to),
  );
  const allWorkdays = derive('sum', { rule: 'seasonality.prior-sum', unit: 'days' }, workdaysOf);
  const counted = past.flatMap(({ amounts, ...year }) => (amounts ? [{ ...year, amounts }] : []));
  const years = counted.map(({ label, months: own, amounts }) => ({
    label,
    months: own.map(({ from }, at) => monthFact(from.slice(0, 7), amounts[at] ?? 0)),
  }));
  const shares = whyShares({
    years,
    prior: workdaysOf,
    priorYears: stored('seasonality', 'prior-years', query.priorYears, 'count'),
    yearDecay: stored('seasonality', 'year-decay', query.yearDecay, 'ratio'),
  });
  const sold = asOf < start ? [] : await facts.byMonth(db, actor, { from: start, to: asOf });
  const begun = months.filter(({ from }) => from <= asOf);
  const actual = derive(
    'sum',
    { rule: 'pacing.actual', unit: 'money' },
    begun.map(({ from }) => {
      const month = from.slice(0, 7);
      const amount = sold.filter((row) => row.month === month).reduce((sum, row) => sum + row.value, 0);
      return monthFact(month, amount);
    }),
  );
  const over = months.filter(({ to }) => to <= asOf).length;
  const under = months[over];
  const underWay = under && under.from <= asOf ? partOf(under, asOf, calendar) : null;
  const twelfth = months.map(({ from }) =>
    derive('quotient', { rule: 'seasonality.even-share', unit: 'ratio', label: from.slice(0, 7) }, [
      stored('calendar', from.slice(0, 7), 1, 'count'),
      stored('calendar', 'months', months.length, 'count'),
    ]),
  );
  const linearGone = whyGone(twelfth, over, underWay);
  const seasonalGone = shares && whyGone(shares, over, underWay);
  return {
    asOf,
    fiscalYear,
    months,
    past,
    prior: workdaysOf.map((own) =>
      derive('quotient', { rule: 'seasonality.share-of-workdays', unit: 'ratio' }, [own, allWorkdays]),
    ),
    shares,
    yearShares: new Map(
      counted.map(({ fiscalYear: year }, at) => {
        const own = years[at]?.months ?? [];
        const whole = derive('sum', { rule: 'seasonality.year', unit: 'money' }, own);
        return [
          year,
          own.map((leaf) => derive('quotient', { rule: 'seasonality.share-of-year', unit: 'ratio' }, [leaf, whole])),
        ];
      }),
    ),
    actual,
    linearGone,
    seasonalGone,
    linear: linearGone && whyYear(actual, linearGone),
    seasonal: seasonalGone && whyYear(actual, seasonalGone),
  };
}
