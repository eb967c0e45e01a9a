import type { ExplainedView } from '@milepost/contract/explain';
import type { WinRatesView } from '@milepost/contract/scoring';
import { derive, record } from '@milepost/core/explain/derive';
import { homogeneity } from '@milepost/core/scoring/homogeneity';
import { type Actor, reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { shareOf } from './views.ts';
import { closedByOwner, closedOf } from './win-rates-store.ts';

/**
 * Whether win rates of people differ beyond chance. The test counts everybody, as only counts enter; people are named as far as they are
 * in sight, and in the order of their names unless the rates differ.
 */
export async function readWinRates(db: Db, actor: Actor): Promise<WinRatesView> {
  const counts = await closedByOwner(db, actor.orgId);
  const tested = homogeneity(
    counts.map(({ ownerId, won, closed }) => ({ id: ownerId, successes: won, trials: closed })),
  );
  const seen = tested.members.filter(({ id }) => reaches(actor, id));
  const { person } = await namesOf(db, actor, { person: seen.map(({ id }) => id) });
  const members = seen.flatMap(({ id, successes, trials, interval, drawn }) => {
    const named = nameOf(person, id);
    return named === null ? [] : [{ person: named, rate: shareOf(successes, trials), ...interval, drawn }];
  });
  if (tested.status !== 'differ') members.sort((a, b) => a.person.name.localeCompare(b.person.name));
  return {
    status: tested.status,
    pooled: shareOf(tested.pooled.successes, tested.pooled.trials),
    people: tested.members.length,
    chi2: tested.chi2,
    df: tested.df,
    p: tested.p,
    members,
  };
}

/** A person's win rate as won deals ÷ closed deals. Throws `not-found` out of sight, and where nothing was closed. */
export async function explainWinRate(db: Db, actor: Actor, now: string, personId: string): Promise<ExplainedView> {
  const deals = reaches(actor, personId) ? await closedOf(db, actor, personId) : [];
  if (deals.length === 0) throw new Failure('not-found');
  const leaf = ({ id, name }: { id: string; name: string }) => record('opportunity', id, 1, 'count', name);
  const won = deals.filter(({ category }) => category === 'won').map(leaf);
  const why = derive('quotient', { rule: 'scoring.win-rate', unit: 'ratio' }, [
    derive('count', { rule: 'scoring.won', unit: 'count' }, won),
    derive('count', { rule: 'scoring.closed', unit: 'count' }, deals.map(leaf)),
  ]);
  return { why, asOf: now };
}
