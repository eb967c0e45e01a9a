import type { AbsencesQuery, AbsencesView, AbsenceView, Cover } from '@milepost/contract/hand-over';
import { earlierOf, laterOf, toDay } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';
import { reaches, sees } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { dutiesOf } from '../leave/on-duty-store.ts';
import { leaves } from '../leave/store.ts';
import { handOvers } from './store.ts';

const longest = 400;

/** The stretch that is asked for: today alone when nothing is said, in order, and no longer than a year and some. */
export function stretchOf({ from, to }: AbsencesQuery, today: string): { from: string; to: string } {
  const first = from ?? today;
  const last = to ?? laterOf(first, today);
  if (last < first) throw new Failure('invalid-input', fieldIssue('/to', 'ends-before-start', last));
  if (toDay(last) - toDay(first) > longest) throw new Failure('invalid-input', fieldIssue('/to', 'too-long', last));
  return { from: first, to: last };
}

type Counted = Map<string, { personId: string | null; as: Cover['as']; accounts: number; deals: number }>;

/**
 * Who is away and who does their work meanwhile: those in the actor's reach, and those whose records somebody in reach stands in for. Only
 * what the actor sees is counted, and of the leave itself nothing but its days is told.
 */
export async function readAbsences(db: Db, actor: Actor, today: string, query: AbsencesQuery): Promise<AbsencesView> {
  const stretch = stretchOf(query, today);
  const [rows, duties] = await Promise.all([
    leaves.between(db, actor.orgId, stretch),
    dutiesOf(db, actor.orgId, { today, ...stretch }),
  ]);
  const spans = new Map<string, { personId: string; from: string; to: string }>();
  for (const row of rows) {
    for (const one of [laterOf(row.from_day, stretch.from), earlierOf(row.to_day, stretch.to)]) {
      const absence = duties.absenceOf(row.person_id, one);
      if (absence && absence.to !== '9999-12-31')
        spans.set(`${row.person_id} ${absence.from}`, { personId: row.person_id, ...absence });
    }
  }
  const away = [...new Set([...spans.values()].map(({ personId }) => personId))];
  const [accounts, deals] = await Promise.all([
    handOvers.accountsOf(db, actor.orgId, away),
    handOvers.dealsOf(db, actor.orgId, away),
  ]);
  const found = [...spans.values()].flatMap(({ personId, from, to }) => {
    // Who covers is told of the first day that is still to come, or of today.
    const day = laterOf(from, today);
    const counted: Counted = new Map();
    const count = (kind: 'accounts' | 'deals', row: { owner_id: string | null; backup_id: string | null }) => {
      if (row.owner_id !== personId || !sees(actor, row)) return;
      const { as, personId: by } = duties.workerOf(row, day);
      const key = by ?? '';
      const one = counted.get(key) ?? { personId: by, as: as === 'owner' ? 'backup' : as, accounts: 0, deals: 0 };
      one[kind] += 1;
      counted.set(key, one);
    };
    for (const row of accounts) count('accounts', row);
    for (const row of deals) count('deals', row);
    if (counted.size === 0 && !reaches(actor, personId)) return [];
    return [{ personId, from, to, cover: [...counted.values()] }];
  });
  const names = await namesOf(db, actor, {
    person: found.flatMap(({ personId, cover }) => [personId, ...cover.map((one) => one.personId)]),
  });
  const items = found.flatMap(({ personId, from, to, cover }): AbsenceView[] => {
    const person = nameOf(names.person, personId);
    if (!person) return [];
    const isNow = from <= today && today <= to;
    return [
      {
        person,
        from,
        to,
        isNow,
        cover: cover.map(({ personId: id, ...one }) => ({ ...one, person: nameOf(names.person, id) })),
      },
    ];
  });
  return {
    asOf: today,
    items: items.sort(
      (a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)) || a.person.name.localeCompare(b.person.name),
    ),
  };
}
