import { createRoute, z } from '@hono/zod-openapi';
import { ExplainedView } from '@milepost/contract/explain';
import { Id } from '@milepost/contract/scalars';
import {
  AccountTierView,
  PromisePatch,
  TierHold,
  TierReviewView,
  TierSettingsPatch,
  TierSettingsView,
} from '@milepost/contract/tiers';
import type { Actor } from '../../auth/actor.ts';
import type { AccountTable } from '../../db/tables/records.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyAdmins, refusals, versionSeen } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { changePromise, holdTier } from './change-tier.ts';
import { reviewTiers } from './review-tiers.ts';
import { scoreWhy } from './score-store.ts';
import { tierSettings } from './settings-store.ts';
import { accountTiers } from './tier-store.ts';

const tags = ['tiers'];
const params = z.object({ id: Id });

export function tierRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const askOf = ({ orgId, organisation }: Actor) => ({
    orgId,
    currency: organisation.currency,
    day: clock.today(organisation.timeZone),
  });
  const settingsView = async (actor: Actor): Promise<TierSettingsView> => {
    const [settings, reviewedOn, counts] = await Promise.all([
      tierSettings.inForce(db, actor),
      accountTiers.lastReview(db, actor.orgId),
      accountTiers.counts(db, actor),
    ]);
    const of = (tier: string | null) => counts.get(tier) ?? 0;
    return { ...settings, reviewedOn, counts: { A: of('A'), B: of('B'), C: of('C'), none: of(null) } };
  };
  const accountView = async (actor: Actor, row: AccountTable): Promise<AccountTierView> => {
    const settings = await tierSettings.inForce(db, actor);
    const [{ why }, history] = await Promise.all([
      scoreWhy(db, askOf(actor), row, settings),
      accountTiers.history(db, actor.orgId, row.id),
    ]);
    return {
      accountId: row.id,
      version: row.version,
      tier: row.tier,
      byScore: row.tier_by_score,
      beyond: row.tier_beyond ?? 0,
      reviewedOn: row.tier_reviewed_on,
      scoreMinor: why.value,
      potentialMinor: row.potential_minor,
      hold: row.held_tier && { tier: row.held_tier, reason: row.held_reason ?? '', until: row.held_until },
      history: history.map(({ id, on_day, tier, cause, score_minor }) => ({
        ...{ id, tier, cause },
        onDay: on_day,
        scoreMinor: score_minor,
      })),
    };
  };

  app.openapi(
    createRoute({
      method: 'get',
      path: '/tiers/settings',
      tags,
      summary: 'Tiers and cadences as they are in force',
      responses: { 200: json(TierSettingsView, 'The settings'), ...refusals },
    }),
    async (c) => c.json(await settingsView(c.get('actor')), 200),
  );
  app.on('PATCH', '/tiers/settings', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'patch',
      path: '/tiers/settings',
      tags,
      summary: 'Change tiers and cadences, part by part',
      request: { body: body(TierSettingsPatch) },
      responses: { 200: json(TierSettingsView, 'Changed'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const [seen, patch] = [versionSeen(c), c.req.valid('json')];
      try {
        await deps.transact(actor, (work) => tierSettings.change(work, seen, patch));
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'version-clash') throw error;
        throw new Failure('version-clash', { current: await settingsView(actor) });
      }
      return c.json(await settingsView(actor), 200);
    },
  );
  app.on('POST', '/tiers/review', onlyAdmins);
  app.openapi(
    createRoute({
      method: 'post',
      path: '/tiers/review',
      tags,
      summary: 'Review the tiers of all accounts now',
      responses: { 200: json(TierReviewView, 'What changed'), ...refusals },
    }),
    async (c) => c.json(await reviewTiers(deps, c.get('actor')), 200),
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/tier',
      tags,
      summary: 'Where an account stands, and how it came there',
      request: { params },
      responses: { 200: json(AccountTierView, 'The tier'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      return c.json(await accountView(actor, await accounts.get(db, actor, c.req.valid('param').id)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'get',
      path: '/accounts/{id}/tier/why',
      tags,
      summary: 'How the score of an account comes about',
      request: { params },
      responses: { 200: json(ExplainedView, 'The derivation'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await accounts.get(db, actor, c.req.valid('param').id);
      const { why, unrated } = await scoreWhy(db, askOf(actor), row, await tierSettings.inForce(db, actor));
      const leftOut = unrated === 0 ? [] : [{ reason: 'credit-without-rate', count: unrated }];
      return c.json({ why, asOf: clock.now(), leftOut } as never, 200);
    },
  );
  /** Writes, and answers where the account stands then; a clash is told with what stands now. */
  const written = async (actor: Actor, id: string, write: () => Promise<AccountTable>): Promise<AccountTierView> => {
    try {
      return await accountView(actor, await write());
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'version-clash') throw error;
      throw new Failure('version-clash', { current: await accountView(actor, await accounts.get(db, actor, id)) });
    }
  };
  app.openapi(
    createRoute({
      method: 'put',
      path: '/accounts/{id}/tier-hold',
      tags,
      summary: 'Hold a tier with a reason, or let it go',
      request: { params, body: body(TierHold) },
      responses: { 200: json(AccountTierView, 'As it stands now'), ...refusals },
    }),
    async (c) => {
      const [actor, { id }, input] = [c.get('actor'), c.req.valid('param'), c.req.valid('json')];
      const seen = versionSeen(c);
      return c.json(await written(actor, id, () => holdTier(deps, actor, id, seen, input)), 200);
    },
  );
  app.openapi(
    createRoute({
      method: 'put',
      path: '/accounts/{id}/promise',
      tags,
      summary: 'What an account could bring, and a cadence of its own',
      request: { params, body: body(PromisePatch) },
      responses: { 200: json(AccountTierView, 'As it stands now'), ...refusals },
    }),
    async (c) => {
      const [actor, { id }, input] = [c.get('actor'), c.req.valid('param'), c.req.valid('json')];
      const seen = versionSeen(c);
      return c.json(await written(actor, id, () => changePromise(deps, actor, id, seen, input)), 200);
    },
  );
}
