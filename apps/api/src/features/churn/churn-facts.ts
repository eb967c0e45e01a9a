import type { ChurnFactsView } from '@milepost/contract/churn';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { activityFall } from '@milepost/core/churn/activity-fall';
import type { ChurnFacts } from '@milepost/core/churn/alert';
import { daysUntil, purchasesOf } from '@milepost/core/churn/customer-rhythm';
import { type DecidedRenewal, renewalChance } from '@milepost/core/churn/renewal-chance';
import { expectedPurchases, pAlive, type Rhythm } from '@milepost/core/churn/rhythm';
import { silenceOf } from '@milepost/core/churn/silence';
import type { ChurnSettings } from './settings-store.ts';
import type { Signals } from './signals-store.ts';

/** What all customers are judged by on a day. */
export type Yardstick = {
  today: string;
  settings: ChurnSettings;
  rhythm: Rhythm | null;
  decided: readonly DecidedRenewal[];
};

/** Purchases are expected for so many days ahead. */
const aheadDays = 90;
const week = 7;

/** What is known of one customer, for people. */
export function factsOfAccount(id: string, signals: Signals, yardstick: Yardstick): ChurnFactsView {
  const { today, settings, rhythm, decided } = yardstick;
  const on = toDay(today);
  const days = daysUntil(signals.days.get(id) ?? [], on);
  const purchases = purchasesOf(days, on);
  const last = days.at(-1);
  // Without drop-out everybody is alive for sure: that says nothing.
  const tells = rhythm !== null && rhythm.kind !== 'nbd' && purchases !== null;
  const renewal = signals.renewals.get(id);
  const isNear = renewal !== undefined && toDay(renewal.ends_on) - on <= settings.renewalDays;
  const chance = isNear ? renewalChance(decided, renewal.nth) : null;
  const contacts = signals.contacts.get(id);
  return {
    alive: tells ? pAlive(rhythm, purchases) : null,
    expected: rhythm !== null && purchases !== null ? expectedPurchases(rhythm, purchases, aheadDays / week) : null,
    purchases: days.length,
    lastOn: last === undefined ? null : toIso(last),
    silence: last === undefined ? null : silenceOf(days, on),
    renewal:
      isNear && chance
        ? {
            endsOn: renewal.ends_on,
            chance: chance.chance,
            ...chance.interval,
            renewed: chance.renewed,
            decided: chance.decided,
          }
        : null,
    activity: contacts ? activityFall(contacts) : null,
  };
}

/** The same, as the rule reads it. */
export const decidingFacts = ({ alive, silence, renewal, activity }: ChurnFactsView): ChurnFacts => ({
  alive,
  silence: silence?.chance ?? null,
  renewal: renewal?.low ?? null,
  activity,
});

/** Has nothing been bought for so long that the customer counts as lost? */
export const isLost = ({ silence, lastOn }: ChurnFactsView, { today, settings }: Yardstick): boolean =>
  lastOn !== null && (silence?.silentDays ?? toDay(today) - toDay(lastOn)) >= settings.lostAfterDays;
