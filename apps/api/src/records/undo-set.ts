import type { ChangeSetUndone } from '@milepost/contract/changes';
import type { Issue } from '@milepost/contract/failures';
import type { Actor } from '../auth/actor.ts';
import { fromJson } from '../db/columns.ts';
import { isInSight } from '../db/sight-store.ts';
import type { ChangeTable } from '../db/tables/changes.ts';
import type { SaleTable } from '../db/tables/sales.ts';
import type { Work } from '../db/work.ts';
import type { Deps } from '../deps.ts';
import { changeSets } from '../features/changes/set-store.ts';
import { restoreRecords } from '../features/imports/restore-records.ts';
import { standingRecords } from '../features/imports/store.ts';
import { refuse, takeAway } from '../features/imports/take-away.ts';
import { repostSales } from '../features/sales/posting-store.ts';
import { Failure } from '../http/failure.ts';

/** What is taken back from here. Attempts at a quiz stay taken, and so does what they led to. Imports, targets, merges, regroupings, claims and what has left the house have ways of their own. */
const undoable = new Set([
  'account',
  'contact',
  'lead',
  'opportunity',
  'activity',
  'product',
  'sale',
  'invoice',
  'receipt',
  'talk_track',
  'resource',
  'resource_need',
  'satisfaction',
  'skill',
  'role_profile',
  'assessment',
  'certificate',
  'award',
  'goal',
  'led_project',
  'course',
  'quiz',
  'course_session',
  'attendance',
  'enrolment',
  'case_study',
  'role_play_scenario',
  'role_play',
  'exercise',
  'meeting_action',
  'mentorship_entry',
]);
/** What was erased stays erased; a merge moved more than its changes tell, and is taken back whole where it was made. */
const elsewhere: readonly string[] = ['erased', 'merged', 'unmerged'];

/** What a set did to one record, over all its changes. */
export type Touched = {
  subject: string;
  record_id: string;
  /** The version it left. */
  version: number | null;
  isCreated: boolean;
  before: Record<string, unknown>;
};

/** Folds the changes of a set, in their order, into what it did to each record; null when it holds what is not taken back here. */
export function touchedBy(changes: readonly ChangeTable[]): Touched[] | null {
  const touched = new Map<string, Touched>();
  for (const { subject, record_id, action, version, before } of changes) {
    if (!undoable.has(subject) || version === null || elsewhere.includes(action)) return null;
    const known = touched.get(record_id);
    const was = fromJson<Record<string, unknown>>(before ?? '{}');
    touched.set(record_id, {
      subject,
      record_id,
      version,
      isCreated: known?.isCreated ?? action === 'created',
      // What stood before the first change counts.
      before: { ...was, ...known?.before },
    });
  }
  return [...touched.values()];
}

/** The win of a deal is posted and reversed with the deal: its sale is no record of its own here. */
const isConsequence = (row: { opportunity_id?: string | null } | undefined, { subject }: Touched): boolean =>
  subject === 'sale' && typeof row?.opportunity_id === 'string';

type Standing = { version: number; name?: string; opportunity_id?: string | null };

/** The records of a set as they stand, by id; those that belong to deals are left out of `own`. */
export async function standOf(work: Pick<Work, 'db' | 'actor'>, touched: readonly Touched[]) {
  const rows = new Map<string, Standing>();
  for (const [subject, some] of Map.groupBy(touched, (one) => one.subject))
    for (const [id, row] of await standingRecords(
      work as Work,
      subject,
      some.map(({ record_id }) => record_id),
    ))
      rows.set(id, row as unknown as Standing);
  const own = touched.filter((one) => !isConsequence(rows.get(one.record_id), one));
  return { rows, own, overtaken: own.filter((one) => rows.get(one.record_id)?.version !== one.version) };
}

/**
 * Takes back what one did in one go: what was made goes to the archive, what was changed is as it was; the books get opposite rows.
 * All or nothing, and only while nothing of it was changed since. Twice is once. The taking back is a set itself.
 * @throws Failure `not-found`; `set-not-undoable` with the records that are in the way
 */
export const undoSet = (deps: Deps, actor: Actor, id: string): Promise<ChangeSetUndone> =>
  deps.transact(actor, async (work) => {
    const changes = await changeSets.of(work.db, actor, [id]);
    if (changes.length === 0) throw new Failure('not-found');
    if ((await changeSets.undone(work.db, actor.orgId, [id])).has(id)) return { removed: 0, restored: 0 };
    const touched = touchedBy(changes);
    if (touched === null)
      return refuse('set-not-undoable', [
        { path: '/', code: 'other-way', message: 'holds what is not taken back here' },
      ]);
    const { rows, own, overtaken } = await standOf(work, touched);
    const issues: Issue[] = [];
    for (const one of own) {
      const isHidden = !(await isInSight(work.db, actor, one.subject, one.record_id));
      if (!isHidden && !overtaken.includes(one)) continue;
      issues.push({
        path: `/${one.subject}/${one.record_id}`,
        code: isHidden ? 'out-of-sight' : 'changed',
        message: isHidden ? '' : (rows.get(one.record_id)?.name ?? ''),
        value: one.record_id,
      });
    }
    if (issues.length > 0) refuse('set-not-undoable', issues);
    const because = { reason: 'undone', code: 'set-not-undoable' } as const;
    const created = own.filter(({ isCreated }) => isCreated);
    const changed = own.filter(({ isCreated }) => !isCreated);
    const reversed = changed.filter(({ subject, before }) => subject === 'sale' && before['archived_at'] === null);
    await repostSales(
      work,
      reversed.map(({ record_id }) => record_id),
    );
    const restoring = changed.filter((one) => !reversed.includes(one)).map((one) => wholeSale(one, rows));
    await restoreRecords(work, restoring, { today: deps.clock.today(actor.organisation.timeZone), ...because });
    await takeAway(
      work,
      Map.groupBy(created, ({ subject }) => subject),
      because,
    );
    work.changed({ subject: 'change_set', recordId: id, action: 'undone' });
    return { removed: created.length, restored: changed.length };
  });

/** A sale is corrected as a whole; of all other records only the columns that changed are put back. */
function wholeSale(one: Touched, rows: ReadonlyMap<string, Standing>): Touched {
  if (one.subject !== 'sale') return one;
  const row = rows.get(one.record_id) as unknown as SaleTable;
  return { ...one, before: { ...row, ...one.before } };
}
