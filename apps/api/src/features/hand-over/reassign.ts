import type { Reassign, ReassignedRow, ReassignedView } from '@milepost/contract/hand-over';
import { longestFirst } from '@milepost/core/territory/longest-first';
import type { Actor } from '../../auth/actor.ts';
import { permitBackup, permitOwner } from '../../auth/permit.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { giving } from './give-store.ts';
import { demandLeaver } from './may-hand-over.ts';
import { carriedBy, type OwnedRow, ownedRows, type ownedSpecs } from './owned-store.ts';

type Kind = keyof typeof ownedSpecs;
const isBackup = (kind: Kind): boolean => kind.endsWith('-backup');

/** Whoever is to have each of the rows; null where nobody can. */
async function successorsOf(
  deps: Deps,
  actor: Actor,
  {
    kind,
    to,
    rows,
    personId,
    day,
  }: { kind: Kind; to: Reassign['to']; rows: readonly OwnedRow[]; personId: string; day: string },
): Promise<(string | null)[]> {
  if (to.by === 'person') return rows.map(() => to.personId);
  if (to.by === 'backup') {
    if (isBackup(kind)) throw new Failure('invalid-input', fieldIssue('/to/by', 'no-backup', 'a backup has none'));
    return rows.map(({ backup_id }) => backup_id);
  }
  const ids = [...new Set(to.personIds)].filter((id) => id !== personId);
  const found = await Promise.all(ids.map((id) => people.find(deps.db, actor, id)));
  const carried = await carriedBy(deps.db, actor.orgId, { kind, personIds: ids, day });
  const given = longestFirst(
    rows.map(() => 1),
    // Without a word, a person counts as full time; who has left takes nothing.
    found.map((row) => (row?.is_active === 1 ? (row.fte_bp ?? 10_000) / 10_000 : 0)),
    {
      carried: ids.map((id) => carried.get(id) ?? 0),
      mayTake: (piece, person) => !isBackup(kind) || rows[piece]?.owner_id !== ids[person],
    },
  );
  return given.map((place) => (place === null ? null : (ids[place] ?? null)));
}

async function permitSuccessor(
  deps: Deps,
  actor: Actor,
  kind: Kind,
  personId: string,
  to: string | null,
  isByBackup: boolean,
): Promise<string> {
  if (to === null && isByBackup) throw new Failure('backup-missing');
  if (to === null || to === personId)
    throw new Failure('owner-unknown', fieldIssue('/to', 'nobody', 'nobody to give it to'));
  if (isBackup(kind)) await permitBackup(deps.db, actor, to);
  else await permitOwner(deps.db, actor, to);
  return to;
}

/**
 * Gives what is in a leaver's name to others: to one person, each to its backup, or balanced. Every row is done for itself, and says what
 * became of it; credits and history stay.
 * @throws Failure `not-found`, `not-allowed`; `invalid-input` for targets, which are amended instead
 */
export async function reassign(
  deps: Deps,
  actor: Actor,
  personId: string,
  { kind, ids, to }: Reassign,
): Promise<ReassignedView> {
  await demandLeaver(deps.db, actor, personId);
  if (kind === 'target') throw new Failure('invalid-input', fieldIssue('/kind', 'target', 'a target is amended'));
  const day = deps.clock.today(actor.organisation.timeZone);
  const rows = await ownedRows(deps.db, actor.orgId, { personId, kind, day, ids });
  const successors = await successorsOf(deps, actor, { kind, to, rows, personId, day });
  const done: { row: OwnedRow; to: string | null; failure: string | null }[] = [];
  for (const [place, row] of rows.entries()) {
    try {
      const successor = await permitSuccessor(
        deps,
        actor,
        kind,
        personId,
        successors[place] ?? null,
        to.by === 'backup',
      );
      await deps.transact(actor, (work) => giving[kind](work, row.id, { from: personId, to: successor, day }));
      done.push({ row, to: successor, failure: null });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      done.push({ row, to: null, failure: error.code });
    }
  }
  const names = await namesOf(deps.db, actor, { person: done.map((one) => one.to) });
  const told = done.map(
    ({ row, to: id, failure }): ReassignedRow => ({
      id: row.id,
      name: row.name,
      to: nameOf(names.person, id),
      failure,
    }),
  );
  const left = await carriedBy(deps.db, actor.orgId, { kind, personIds: [personId], day });
  return { rows: told, done: told.filter(({ failure }) => failure === null).length, left: left.get(personId) ?? 0 };
}
