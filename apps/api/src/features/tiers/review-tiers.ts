import type { TierReviewView } from '@milepost/contract/tiers';
import { periodOf } from '@milepost/core/cadence/cadence';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { assignTiers, type Tier } from '@milepost/core/tiers/tiers';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import type { Job, JobCounts } from '../../jobs/job.ts';
import { accounts } from '../accounts/store.ts';
import { organisations } from '../organisation/store.ts';
import { scoresOf } from './score-store.ts';
import { tierSettings } from './settings-store.ts';
import { accountTiers } from './tier-store.ts';

type Row = Awaited<ReturnType<typeof accountTiers.all>>[number];

const heldOn = (row: Row, day: string): Tier | null =>
  row.held_tier !== null && (row.held_until === null || row.held_until >= day) ? row.held_tier : null;
const notHeld = { held_tier: null, held_reason: null, held_until: null } as const;

/** The tiers of every account as of a day, inside a transaction: held ones stay, the others follow their score with hysteresis. */
export async function reviewTiersIn(work: Work, day: string): Promise<TierReviewView> {
  const { db, actor } = work;
  const settings = await tierSettings.inForce(db, actor);
  const rows = await accountTiers.all(db, actor.orgId);
  const ask = { orgId: actor.orgId, currency: actor.organisation.currency, day };
  const scores = await scoresOf(db, ask, rows, settings);
  const given = assignTiers(
    rows.map((row) => ({
      id: row.id,
      score: scores.get(row.id)?.score ?? 0,
      now: row.tier,
      // A second review of one day is the same review again.
      beyond: Math.max(0, (row.tier_beyond ?? 0) - (row.tier_reviewed_on === day ? 1 : 0)),
      held: heldOn(row, day),
    })),
    settings.cuts,
    settings.hysteresis,
  );
  const counts = { A: 0, B: 0, C: 0 };
  const entries: Parameters<typeof accountTiers.enter>[1][number][] = [];
  for (const row of rows) {
    const found = given.get(row.id);
    if (!found) continue;
    counts[found.tier] += 1;
    const score = Math.round(scores.get(row.id)?.score ?? 0);
    const noted = {
      tier_by_score: found.byScore,
      tier_beyond: found.beyond,
      tier_score_minor: score,
      tier_reviewed_on: day,
    };
    const isReleased = row.held_tier !== null && heldOn(row, day) === null;
    if (found.tier === row.tier && !isReleased) {
      await accountTiers.note(work, row.id, noted);
      continue;
    }
    const changed: Partial<AccountTable> = { ...noted, tier: found.tier, ...(isReleased ? notHeld : {}) };
    if (found.tier !== row.tier) {
      changed.tier_since = day;
      entries.push({
        account_id: row.id,
        on_day: day,
        tier: found.tier,
        cause: isReleased ? 'released' : 'review',
        score_minor: score,
      });
    }
    await accounts.update(work, row.id, row.version, changed, { action: 'tier-reviewed' });
  }
  await accountTiers.enter(work, entries);
  return { onDay: day, accounts: rows.length, changed: entries.length, counts };
}

/** Reviews the tiers now, whenever the last review was. */
export const reviewTiers = (deps: Deps, actor: Actor): Promise<TierReviewView> => {
  const { organisation } = actor;
  // A review compares all accounts, whoever asks for it: the operator sees them, the change names who asked.
  const wide = { ...operatorOf(organisation), personId: actor.personId };
  return deps.transact(wide, (work) => reviewTiersIn(work, deps.clock.today(organisation.timeZone)));
};

/**
 * Every day: whether a review is due, as the last one lies in an earlier month or quarter, or a hold has run out. Running it
 * again does nothing more.
 */
export const reviewTiersWhenDue: Job = {
  name: 'review-tiers',
  every: '23 2 * * *',
  async run(deps, orgId): Promise<JobCounts> {
    const organisation = await organisations.get(deps.db, orgId);
    const actor = operatorOf(organisation);
    const today = deps.clock.today(organisation.timeZone);
    const { reviewEvery } = await tierSettings.inForce(deps.db, actor);
    const last = await accountTiers.lastReview(deps.db, orgId);
    const begun = toIso(periodOf(reviewEvery, toDay(today), organisation.fiscalYearStart).first);
    if (last === null || last < begun) {
      const { changed, accounts: reviewed } = await reviewTiers(deps, actor);
      return { reviewed, changed };
    }
    return { released: await deps.transact(actor, (work) => releaseRunOut(work, today)) };
  },
};

/** Holds that have run out: the account goes back to where its score stood at the last review. */
async function releaseRunOut(work: Work, today: string): Promise<number> {
  const rows = (await accountTiers.all(work.db, work.actor.orgId)).filter(
    (row) => row.held_tier !== null && heldOn(row, today) === null,
  );
  for (const row of rows) {
    const tier = row.tier_by_score ?? row.tier ?? 'C';
    const changed = { ...notHeld, tier, tier_since: tier === row.tier ? row.tier_since : today };
    await accounts.update(work, row.id, row.version, changed, { action: 'tier-released' });
    if (tier !== row.tier)
      await accountTiers.enter(work, [
        { account_id: row.id, on_day: today, tier, cause: 'released', score_minor: row.tier_score_minor },
      ]);
  }
  return rows.length;
}
