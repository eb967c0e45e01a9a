import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';

/**
 * What is lost while a task waits, and in how many days: money that is at stake spread over the days in which it is decided.
 * - `deal`: amount × probability of its stage, over the days until it is to close.
 * - `cash`: what is open of an invoice, over the days within which the organisation collects.
 * - `customer`: what an account brought in the last `days`, over those.
 * - `effect`: what a corrective action is to bring, over the days it has.
 * - `visit`: margin of an account in one period of its promise, by what the response to visits rises with the next one (rule 3), over
 *   the days that are left of the period. `amount` is the margin of a year, `perYear` the periods of a year.
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
    }
  | {
      readonly kind: 'visit';
      readonly id: string;
      readonly amount: number;
      readonly perYear: number;
      /** Response to the visits of the period, as a share of that of today: with the next one, and without it. */
      readonly responseWith: number;
      readonly responseWithout: number;
      readonly days: number;
    };

function weighs(stake: Stake): number {
  if (stake.kind === 'deal') return stake.amount * stake.probability;
  if (stake.kind === 'visit') return (stake.amount / stake.perYear) * (stake.responseWith - stake.responseWithout);
  return stake.amount;
}

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

const recordOf = {
  deal: 'opportunity',
  cash: 'invoice',
  customer: 'account',
  effect: 'action',
  visit: 'account',
} as const;

/** The derivation of the same number, down to the record it is taken from; `label` is what the record is called. */
export function whyDailyValue(stake: Stake, label: string): Why {
  const amount: Leaf = record(recordOf[stake.kind], stake.id, stake.amount, 'money', label);
  const days = stored('priority', `days-${stake.kind}`, overDays(stake), 'days');
  const atStake = whyAtStake(stake, amount);
  const each = derive('quotient', { rule: `priority.stake-${stake.kind}`, unit: 'money' }, [atStake, days]);
  const whole = derive('round', { rule: 'priority.daily-value', unit: 'money' }, [each]);
  return whole.value < 0
    ? derive('max', { rule: 'priority.daily-value', unit: 'money' }, [whole, stored('priority', 'nothing', 0, 'money')])
    : whole;
}

function whyAtStake(stake: Stake, amount: Leaf): Why | Leaf {
  if (stake.kind === 'deal')
    return derive('product', { rule: 'priority.weighted', unit: 'money' }, [
      amount,
      stored('priority', 'stage-probability', stake.probability, 'ratio'),
    ]);
  if (stake.kind !== 'visit') return amount;
  const { perYear, responseWith, responseWithout } = stake;
  return derive('product', { rule: 'priority.visit-gain', unit: 'money' }, [
    derive('quotient', { rule: 'priority.margin-of-period', unit: 'money' }, [
      amount,
      stored('priority', 'periods-a-year', perYear, 'count'),
    ]),
    derive('difference', { rule: 'priority.response-rise', unit: 'ratio' }, [
      stored('priority', 'response-with', responseWith, 'ratio'),
      stored('priority', 'response-without', responseWithout, 'ratio'),
    ]),
  ]);
}

/** Value per hour of work: what the lane is ordered by. Hours as they count. */
export const whyValuePerHour = (dailyValue: Why, hours: Leaf): Why =>
  derive('quotient', { rule: 'priority.value-per-hour', unit: 'money' }, [dailyValue, hours]);
