import type { ExplainedView } from '@milepost/contract/explain';
import type { PortraitView, PortraitWhyQuery } from '@milepost/contract/scoring';
import { derive, record } from '@milepost/core/explain/derive';
import { levelOf } from '@milepost/core/scoring/fields';
import { hasTrait, portrait } from '@milepost/core/scoring/portrait';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { accountsInSight } from './facts-store.ts';
import { factsOf, scoredFields } from './known-facts.ts';
import { shareOf } from './views.ts';

/** What customers have in common against the other accounts, of those in sight. */
export async function readPortrait(db: Db, actor: Actor): Promise<PortraitView> {
  const facts = await factsOf(db, actor.orgId, 'account', await accountsInSight(db, actor));
  const names = scoredFields.account;
  const records = facts.map(({ cells }) => names.map((name) => cells[name] ?? null));
  const isCustomer = facts.map(({ outcome }) => outcome === 1);
  const customers = isCustomer.filter(Boolean).length;
  return {
    customers,
    others: facts.length - customers,
    traits: portrait(names, records, isCustomer).map(({ interval, customers: own, others, ...trait }) => ({
      ...trait,
      ...interval,
      customers: shareOf(own.successes, own.trials),
      others: shareOf(others.successes, others.trials),
    })),
  };
}

/** The share that has a trait, of the customers or of the others. Throws `not-found` where nobody's is known. */
export async function explainTrait(
  db: Db,
  actor: Actor,
  now: string,
  { side, field, word, from, to }: PortraitWhyQuery,
): Promise<ExplainedView> {
  const facts = await factsOf(db, actor.orgId, 'account', await accountsInSight(db, actor));
  const known = facts.filter(
    ({ outcome, cells }) => (outcome === 1) === (side === 'customers') && levelOf(cells[field] ?? null) !== null,
  );
  if (known.length === 0) throw new Failure('not-found');
  const trait = { word: word ?? null, from: from ?? null, to: to ?? null };
  const { account } = await namesOf(db, actor, { account: known.map(({ id }) => id) });
  const leaf = ({ id }: { id: string }) => record('account', id, 1, 'count', account.get(id));
  const why = derive('quotient', { rule: 'scoring.trait-share', unit: 'ratio' }, [
    derive(
      'count',
      { rule: 'scoring.trait-has', unit: 'count' },
      known.filter(({ cells }) => hasTrait(trait, cells[field] ?? null)).map(leaf),
    ),
    derive('count', { rule: 'scoring.trait-known', unit: 'count' }, known.map(leaf)),
  ]);
  return { why, asOf: now };
}
