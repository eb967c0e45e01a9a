import type { ExplainedView } from '@milepost/contract/explain';
import type { LookalikesView, ScoresView, ScoringSubject } from '@milepost/contract/scoring';
import { explainScore } from '@milepost/core/scoring/explain-score';
import { spellingOf } from '@milepost/core/scoring/fields';
import { largestReasons, type Score, score } from '@milepost/core/scoring/score';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { inSight, unworked } from './facts-store.ts';
import { type Facts, factsOf } from './known-facts.ts';
import { models, type Trained } from './store.ts';
import { shareOf } from './views.ts';

const told = (model: Trained | undefined) => ({
  status: model?.status ?? ('none' as const),
  baseRate: model === undefined ? null : shareOf(model.successes, model.rows),
});

/** Null where the model says nothing: it is none, or no better than the base rate. */
function scoreOf(trained: Trained | undefined, { cells }: Facts): Score | null {
  if (trained?.status !== 'ok' || trained.model === null) return null;
  return score(trained.model, (name) => cells[name] ?? null);
}

const reasonsOf = (given: Score | null, facts: Facts | undefined) =>
  given === null || facts === undefined
    ? []
    : largestReasons(given).map(({ field, word, delta }) => ({
        ...{ field, word, delta },
        spelled: word === null ? null : spellingOf([facts.cells[field] ?? null], word),
      }));

/** The chances of some records, of those in sight. */
export async function readScores(
  db: Db,
  actor: Actor,
  subject: ScoringSubject,
  ids: readonly string[],
): Promise<ScoresView> {
  const [trained, seen] = await Promise.all([
    models.current(db, actor.orgId, subject),
    inSight(db, actor, subject, ids),
  ]);
  const facts = trained?.status === 'ok' ? await factsOf(db, actor.orgId, subject, seen) : [];
  const byId = new Map(facts.map((one) => [one.id, one]));
  return {
    subject,
    ...told(trained),
    items: seen.map((id) => {
      const own = byId.get(id);
      const isEnded = subject === 'opportunity' && own?.outcome !== null;
      const given = own === undefined || isEnded ? null : scoreOf(trained, own);
      return { id, chance: given?.p ?? null, reasons: reasonsOf(given, own) };
    }),
  };
}

/** How the chance of a record comes about. Throws `not-found` where it is out of sight, or has none. */
export async function explainChance(
  db: Db,
  actor: Actor,
  now: string,
  subject: ScoringSubject,
  id: string,
): Promise<ExplainedView> {
  const [seen] = await inSight(db, actor, subject, [id]);
  const trained = await models.current(db, actor.orgId, subject);
  const [facts] = seen === undefined ? [] : await factsOf(db, actor.orgId, subject, [id]);
  const isEnded = subject === 'opportunity' && facts?.outcome !== null;
  const given = facts === undefined || isEnded ? null : scoreOf(trained, facts);
  if (given === null) throw new Failure('not-found');
  return { why: explainScore(given), asOf: now };
}

/** What nobody works on yet, most like customers first; in the order of names where nothing tells them apart. */
export async function readLookalikes(
  db: Db,
  actor: Actor,
  subject: 'account' | 'lead',
  limit: number,
): Promise<LookalikesView> {
  const [trained, rows] = await Promise.all([models.current(db, actor.orgId, subject), unworked(db, actor, subject)]);
  const facts = await factsOf(
    db,
    actor.orgId,
    subject,
    rows.map(({ id }) => id),
  );
  const byId = new Map(facts.map((one) => [one.id, one]));
  const scored = rows.map((row) => {
    const own = byId.get(row.id);
    return { row, given: own === undefined ? null : scoreOf(trained, own) };
  });
  scored.sort(
    (a, b) =>
      (b.given?.p ?? 0) - (a.given?.p ?? 0) || a.row.name.localeCompare(b.row.name) || (a.row.id < b.row.id ? -1 : 1),
  );
  const shown = scored.slice(0, limit);
  const { person } = await namesOf(db, actor, { person: shown.map(({ row }) => row.owner_id) });
  return {
    subject,
    ...told(trained),
    unworked: rows.length,
    items: shown.map(({ row, given }) => ({
      record: { id: row.id, name: row.name },
      owner: nameOf(person, row.owner_id),
      chance: given?.p ?? null,
      reasons: reasonsOf(given, byId.get(row.id)),
    })),
  };
}
