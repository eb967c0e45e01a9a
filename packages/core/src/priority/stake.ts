import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/**
 * What is lost while a task waits, and in how many days: money that is at stake spread over the days in which it is decided.
 * - `deal`: amount × probability of its stage, over the days until it is to close.
 * - `cash`: what is open of an invoice, over the days within which the organisation collects.
 * - `customer`: what an account brought in the last `days`, over those.
 * - `effect`: what a corrective action is to bring, over the days it has.
 */
export type Stake =
  | {
      readonly kind: 'deal';
      readonly id: string;
      readonly amount: number;
      readonly probability: number;
      readonly days: number;
    }
  | {
      readonly kind: 'cash' | 'customer' | 'effect';
      readonly id: string;
      readonly amount: number;
      readonly days: number;
    };

const weighs = (stake: Stake): number => (stake.kind === 'deal' ? stake.amount * stake.probability : stake.amount);

/** The days a stake is spread over: today counts, so there is at least one; what should have been decided is decided today. */
const overDays = ({ days }: Stake): number => Math.max(1, days);

/**
 * Money at stake with each day of delay, whole minor units, never below zero: `round(at stake ÷ days)`.
 * Throws RangeError on numbers that are not finite.
 */
export function dailyValueOf(stake: Stake): number {
  if (!Number.isFinite(weighs(stake)) || !Number.isFinite(stake.days))
    throw new RangeError(`What is at stake is a number over a number of days; got ${JSON.stringify(stake)}.`);
  return Math.max(0, Math.round(weighs(stake) / overDays(stake)));
}

const recordOf = { deal: 'opportunity', cash: 'invoice', customer: 'account', effect: 'action' } as const;

/** The derivation of the same number, down to the record it is taken from; `label` is what the record is called. */
export function whyDailyValue(stake: Stake, label: string): Why {
  const amount: Leaf = record(recordOf[stake.kind], stake.id, stake.amount, 'money', label);
  const days = stored('priority', `days-${stake.kind}`, overDays(stake), 'days');
  const atStake =
    stake.kind === 'deal'
      ? derive('product', { rule: 'priority.weighted', unit: 'money' }, [
          amount,
          stored('priority', 'stage-probability', stake.probability, 'ratio'),
        ])
      : amount;
  const each = derive('quotient', { rule: `priority.stake-${stake.kind}`, unit: 'money' }, [atStake, days]);
  const whole = derive('round', { rule: 'priority.daily-value', unit: 'money' }, [each]);
  return whole.value < 0
    ? derive('max', { rule: 'priority.daily-value', unit: 'money' }, [whole, stored('priority', 'nothing', 0, 'money')])
    : whole;
}

/** Value per hour of work: what the lane is ordered by. Hours as they count. */
export const whyValuePerHour = (dailyValue: Why, hours: Leaf): Why =>
  derive('quotient', { rule: 'priority.value-per-hour', unit: 'money' }, [dailyValue, hours]);
