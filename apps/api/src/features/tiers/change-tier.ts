import type { PromisePatch, TierHold } from '@milepost/contract/tiers';
import type { Actor } from '../../auth/actor.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { accountTiers } from './tier-store.ts';

/**
 * Gives an account a tier that reviews leave alone, with the reason, until a day or for good; or takes it back, so that it stands
 * where its score stood at the last review.
 * @throws Failure `version-clash`, `invalid-input` when the day has passed, `archived`
 */
export const holdTier = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { hold }: TierHold,
): Promise<AccountTable> =>
  deps.transact(actor, async (work) => {
    const before = await accounts.get(work.db, actor, id);
    if (before.archived_at) throw new Failure('archived');
    const today = deps.clock.today(actor.organisation.timeZone);
    if (hold?.until && hold.until < today)
      throw new Failure('invalid-input', fieldIssue('/hold/until', 'past', 'a day from today on'));
    const tier = hold ? hold.tier : before.tier_by_score;
    const row = await accounts.update(
      work,
      id,
      seen,
      {
        tier,
        tier_since: tier === before.tier ? before.tier_since : today,
        tier_beyond: 0,
        held_tier: hold?.tier ?? null,
        held_reason: hold?.reason ?? null,
        held_until: hold?.until ?? null,
      },
      { action: hold ? 'tier-held' : 'tier-released', ...(hold ? { reason: hold.reason } : {}) },
    );
    if (tier !== null && tier !== before.tier)
      await accountTiers.enter(work, [
        {
          account_id: id,
          on_day: today,
          tier,
          cause: hold ? 'held' : 'released',
          score_minor: before.tier_score_minor,
        },
      ]);
    return row;
  });

/** Says what an account could bring, or gives it a cadence of its own from today on. @throws Failure `version-clash`, `archived` */
export const changePromise = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { potentialMinor, cadence }: PromisePatch,
): Promise<AccountTable> =>
  deps.transact(actor, async (work) => {
    const before = await accounts.get(work.db, actor, id);
    if (before.archived_at) throw new Failure('archived');
    const today = deps.clock.today(actor.organisation.timeZone);
    const isSame = cadence && cadence.count === before.cadence_count && cadence.per === before.cadence_per;
    return accounts.update(
      work,
      id,
      seen,
      {
        ...(potentialMinor === undefined ? {} : { potential_minor: potentialMinor }),
        ...(cadence === undefined || isSame
          ? {}
          : {
              cadence_count: cadence?.count ?? null,
              cadence_per: cadence?.per ?? null,
              cadence_since: today,
            }),
      },
      { action: 'promise-changed' },
    );
  });
