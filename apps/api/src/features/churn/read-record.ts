import type { ChurnRecordQuery, ChurnRecordView, ChurnRecordWhyQuery } from '@milepost/contract/churn';
import type { ExplainedView } from '@milepost/contract/explain';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type WarnedCustomer, warningRecord } from '@milepost/core/churn/warning-record';
import { derive, record } from '@milepost/core/explain/derive';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { churnSettings } from './settings-store.ts';
import { boughtInSight } from './signals-store.ts';
import { alerts, winBacks } from './store.ts';

const monthOf = (day: string) => day.slice(0, 7);
const spanOf = (month: string) => {
  const first = toDay(`${month}-01`);
  return { first, last: addMonths(first, 1) - 1 };
};
const monthsBack = (month: string, count: number) => toIso(addMonths(toDay(`${month}-01`), -count)).slice(0, 7);

/** Everything that the record of the warning rests on, of the customers in sight. */
async function recordFacts({ db, clock }: Pick<Deps, 'db' | 'clock'>, actor: Actor, asked: string | undefined) {
  const today = clock.today(actor.organisation.timeZone);
  const month = asked ?? monthOf(today);
  const [{ lostAfterDays }, warned, bought] = await Promise.all([
    churnSettings.inForce(db, actor),
    alerts.inSight(db, actor),
    boughtInSight(db, actor, today),
  ]);
  const plans = await winBacks.ofAlerts(
    db,
    actor.orgId,
    warned.map(({ id }) => id),
  );
  const warnings = Map.groupBy(warned, ({ account_id }) => account_id);
  const customers: WarnedCustomer[] = [...bought].map(([id, days]) => ({
    id,
    days,
    warnings: (warnings.get(id) ?? []).map((row) => ({
      openedOn: toDay(row.opened_on),
      isTreated: plans.has(row.id),
    })),
  }));
  // What is not over yet is not lost: the record ends today.
  const until = (last: number) => Math.min(last, toDay(today));
  const of = (first: number, last: number) => warningRecord(customers, { first, last: until(last), lostAfterDays });
  return { today, month, lostAfterDays, warned, plans, customers, of, until };
}

/** The month of the warning in sight, and how good it was. */
export async function readRecord(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  query: ChurnRecordQuery,
): Promise<ChurnRecordView> {
  const { month, lostAfterDays, warned, plans, of } = await recordFacts(deps, actor, query.month);
  const { first, last } = spanOf(month);
  const [from, to] = [toIso(first), toIso(last)];
  const within = (day: string | null) => day !== null && day >= from && day <= to;
  const year = Array.from({ length: 12 }, (_, back) => monthsBack(month, 11 - back));
  return {
    ...{ month, from, to, lostAfterDays },
    opened: warned.filter(({ opened_on }) => within(opened_on)).length,
    closed: warned.filter(({ closed_on }) => within(closed_on)).length,
    openNow: warned.filter(({ status }) => status === 'open').length,
    wonBack: [...plans.values()].flat().filter(({ status, closed_on }) => status === 'won-back' && within(closed_on))
      .length,
    ofMonth: of(first, last),
    ofYear: of(spanOf(year[0] ?? month).first, last),
    months: year.map((one) => {
      const span = spanOf(one);
      const { caught } = of(span.first, span.last);
      const opened = warned.filter(({ opened_on }) => monthOf(opened_on) === one).length;
      return { month: one, opened, lost: caught.den, caught: caught.num };
    }),
  };
}

/** How a share of the record comes about: customers one by one. @throws Failure `not-found` where there are none */
export async function explainRecord(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { figure, month, span }: ChurnRecordWhyQuery,
): Promise<ExplainedView> {
  const facts = await recordFacts(deps, actor, month);
  const { last } = spanOf(facts.month);
  const first = spanOf(span === 'ofMonth' ? facts.month : monthsBack(facts.month, 11)).first;
  const each = facts.customers.map((customer) => ({
    customer,
    told: warningRecord([customer], { first, last: facts.until(last), lostAfterDays: facts.lostAfterDays })[figure],
  }));
  const counted = (of: 'num' | 'den') =>
    derive(
      'sum',
      { rule: `churn.${figure}-${of}`, unit: 'count' },
      each
        .filter(({ told }) => told[of] > 0)
        .map(({ customer, told }) => record('account', customer.id, told[of], 'count')),
    );
  const den = counted('den');
  if (den.value === 0) throw new Failure('not-found');
  const why = derive('quotient', { rule: `churn.${figure}`, unit: 'ratio' }, [counted('num'), den]);
  return { why, asOf: deps.clock.now() };
}
