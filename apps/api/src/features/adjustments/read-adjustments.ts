import type { AdjustmentsQuery, AdjustmentsView, AdjustmentView, EffectMeasure } from '@milepost/contract/adjustments';
import { effectOf } from '@milepost/core/adjustments/effect';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { figureOf } from '../figures/units-store.ts';
import { stretchesAround } from './effect-stretches.ts';
import { adjustments } from './store.ts';
import { accountsTouched, dayOf, kindOf } from './touched-accounts.ts';

type Clock = { today: string; now: string };
type Said = Record<string, unknown>;

const mostListed = 50;
const wordOf = (said: Said, column: string): string | null => (said[column] == null ? null : String(said[column]));

/** Figures of a stretch by account, read once for all adjustments that ask for it. */
function counting(db: Db, actor: Actor, clock: Clock) {
  const known = new Map<string, Promise<Map<string, number>>>();
  return (measure: EffectMeasure, from: string, to: string): Promise<Map<string, number>> => {
    const key = `${measure} ${from} ${to}`;
    const found =
      known.get(key) ??
      figureOf(measure, {
        ...{ db, actor, today: clock.today, asOf: clock.now },
        query: { from, to, by: 'account' },
      }).then(({ rows }) => new Map(rows.flatMap(({ id, value }) => (id === null ? [] : [[id, value ?? 0] as const]))));
    known.set(key, found);
    return found;
  };
}

/** What was adjusted in sight, by whom and why, and what changed after it. */
export async function readAdjustments(
  db: Db,
  actor: Actor,
  clock: Clock,
  { days }: AdjustmentsQuery,
): Promise<AdjustmentsView> {
  const from = `${toIso(toDay(clock.today) - days)}T00:00:00.000Z`;
  const rows = await adjustments.since(db, actor, { from, limit: mostListed });
  const states = rows.map(
    ({ before, after }) => [fromJson<Said>(before ?? '{}'), fromJson<Said>(after ?? '{}')] as const,
  );
  const owners = states.flatMap(([was, is]) => [wordOf(was, 'owner_id'), wordOf(is, 'owner_id')]);
  const names = await namesOf(db, actor, {
    person: [...rows.map(({ actor_id }) => actor_id), ...owners],
    account: rows.flatMap(({ subject, record_id }) => (subject === 'account' ? [record_id] : [])),
    target: rows.flatMap(({ subject, record_id }) => (subject === 'target' ? [record_id] : [])),
  });
  const count = counting(db, actor, clock);
  const items: AdjustmentView[] = [];
  for (const [at, row] of rows.entries()) {
    const kind = kindOf(row);
    const [was, is] = states[at] ?? [{}, {}];
    const onDay = dayOf(row, actor);
    const touched = await accountsTouched(db, actor, row);
    const stretches = touched.length > 0 ? stretchesAround(onDay, clock.today) : null;
    const effect = async (measure: EffectMeasure) => {
      if (!stretches) return null;
      const sum = (found: Map<string, number>) => touched.reduce((all, id) => all + (found.get(id) ?? 0), 0);
      const before = sum(await count(measure, stretches.before.from, stretches.before.to));
      const after = sum(await count(measure, stretches.after.from, stretches.after.to));
      return { before, after, ...effectOf({ before, after }) };
    };
    const column = kind === 'tier' ? 'tier' : kind === 'owner' ? 'owner_id' : null;
    const told = (said: Said): string | null => {
      const value = column === null ? null : wordOf(said, column);
      return kind === 'owner' ? (nameOf(names.person, value)?.name ?? null) : value;
    };
    items.push({
      ...{ id: row.id, at: row.at, onDay, kind, by: nameOf(names.person, row.actor_id) },
      about: nameOf(row.subject === 'target' ? names.target : names.account, row.record_id),
      ...{ subject: row.subject, recordId: row.record_id, reason: row.reason, from: told(was), to: told(is) },
      ...{ accounts: touched.length, days: stretches?.days ?? null },
      visits: await effect('visits'),
      sales: await effect('sales'),
    });
  }
  return { items };
}
