import type { AdjustmentsQuery, AdjustmentsView, AdjustmentView } from '@milepost/contract/adjustments';
import { effectOf } from '@milepost/core/adjustments/effect';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { wallTimeOf } from '../../wall-time.ts';
import { figureOf } from '../figures/units-store.ts';
import { adjustments } from './store.ts';

type Clock = { today: string; now: string };
type Said = Record<string, unknown>;

const mostListed = 50;
/** Before so many days have passed there is nothing to tell, and beyond so many other things happened, too. */
const [leastDays, mostDays] = [7, 90];

const kindOf = ({ subject, action }: ChangeTable): AdjustmentView['kind'] => {
  if (subject === 'regrouping') return 'regrouping';
  if (subject === 'target') return 'plan';
  if (action === 'promise-changed') return 'promise';
  return action === 'tier-held' || action === 'tier-released' ? 'tier' : 'owner';
};

const wordOf = (said: Said, column: string): string | null => (said[column] == null ? null : String(said[column]));

/** Figures of a stretch by account, read once for all adjustments that ask for it. */
function counting(db: Db, actor: Actor, clock: Clock) {
  const known = new Map<string, Promise<Map<string, number>>>();
  return (measure: 'visits' | 'sales', from: string, to: string): Promise<Map<string, number>> => {
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
    const onDay = toIso(wallTimeOf(row.at, actor.organisation.timeZone).day);
    const touched =
      kind === 'regrouping'
        ? await adjustments.movedBy(db, actor, row.record_id)
        : kind === 'plan'
          ? []
          : [row.record_id];
    const length = Math.min(mostDays, toDay(clock.today) - toDay(onDay));
    const isMeasured = touched.length > 0 && length >= leastDays;
    const effect = async (measure: 'visits' | 'sales') => {
      const sum = (found: Map<string, number>) => touched.reduce((all, id) => all + (found.get(id) ?? 0), 0);
      const day = toDay(onDay);
      // The day itself belongs to neither side: nobody knows whether it was before or after.
      const before = sum(await count(measure, toIso(day - length), toIso(day - 1)));
      const after = sum(await count(measure, toIso(day + 1), toIso(day + length)));
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
      ...{ accounts: touched.length, days: isMeasured ? length : null },
      visits: isMeasured ? await effect('visits') : null,
      sales: isMeasured ? await effect('sales') : null,
    });
  }
  return { items };
}
