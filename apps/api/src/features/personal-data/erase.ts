import type { DataSubject, ErasePerson } from '@milepost/contract/personal-data';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { ErasureTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { clearFiles } from '../../files/clear-files.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { erasures } from './store.ts';
import {
  deleteLinked,
  deleteSignIn,
  type LooseRow,
  linkedRows,
  type OrgTable,
  rewriteRow,
  rowsWithTrace,
} from './trace-store.ts';
import { blankedChange, ERASED, type Traces, tracesOf, withoutTraces } from './traces.ts';
import { demandGone, type Known, whoItIs } from './who-it-is.ts';

/** What is kept of a row that is about somebody: numbers, references and instants stand in no text column at all. */
const kept = new Set(['on_day', 'ramp', 'starts_on', 'ends_on']);

/** What a colleague may have said or heard about themselves, by table: whose it is, and what is left of it. */
const circumstances = { note: null, languages: '[]', region: null, years: null };
const ofColleague: Readonly<Record<string, { by: string; columns: LooseRow }>> = {
  leave: { by: 'person_id', columns: { note: null } },
  mentor_profile: { by: 'person_id', columns: { ...circumstances, is_open: 0 } },
  mentee_profile: { by: 'person_id', columns: { ...circumstances, is_seeking: 0 } },
  mentorship: { by: 'mentee_id', columns: { goal: null, lesson: null } },
  mentorship_entry: { by: 'mentee_id', columns: { title: ERASED, note: null, next_step: null } },
  // What others saw in them is about nobody any more.
  role_play: { by: 'person_id', columns: { note: null, self_scores: null, observer_scores: null } },
  assessment: { by: 'person_id', columns: { note: null } },
  // Nobody finds the certificate by its code any more.
  award: { by: 'person_id', columns: { link: null, note: null, reason: null, verify_code: null } },
  led_project: { by: 'person_id', columns: { name: ERASED, outcome: null } },
  exercise: { by: 'person_id', columns: { text: ERASED } },
};

/** Every text of a row, taken out: null where it may be, else a mark. */
const blanked = ({ texts, nullable }: OrgTable): Record<string, unknown> =>
  Object.fromEntries(
    texts
      .filter((column) => !kept.has(column))
      .map((column) => [column, nullable.has(column) ? null : textFor(column)]),
  );
const textFor = (column: string): string => (column.endsWith('_key') ? foldName(ERASED) : ERASED);

/** Tables whose rows go as a whole, by the column that points to somebody: what is left of them would say nothing. */
const gone: readonly [table: string, by: string][] = [
  ['alias', 'record_id'],
  ['webhook_delivery', 'record_id'],
  ['invitation', 'person_id'],
  ['contact_tie', 'contact_id'],
  ['contact_tie', 'other_id'],
];

/**
 * Erases somebody's personal data, for good: their own rows are blanked, so are the activities with them, every change that told of
 * either, what was clipped or imported of them and mails to them; their addresses go from every text, their name from the texts of
 * rows that are linked to them or to their account. Amounts, days and references stay, so that no figure changes.
 * @throws Failure `not-found`, `not-confirmed` where the name typed is another, `still-working-here`
 */
export async function erase(
  deps: Deps,
  actor: Actor,
  whom: { subject: DataSubject; id: string; said: ErasePerson },
): Promise<ErasureTable> {
  const row = await eraseRows(deps, actor, whom);
  await clearFiles(deps, actor.orgId);
  return row;
}

const eraseRows = (
  deps: Deps,
  actor: Actor,
  { subject, id, said }: { subject: DataSubject; id: string; said: ErasePerson },
): Promise<ErasureTable> =>
  deps.transact(actor, async (work) => {
    const known = await whoItIs(work.db, actor, subject, id);
    if (said.name !== known.name) throw new Failure('not-confirmed', fieldIssue('/name', 'other-name', said.name));
    demandGone(subject, known);
    const traces = tracesOf(known.own.map(({ row }) => row));
    const touched: Record<string, number> = {};
    const count = (table: string, rows = 1): void => {
      if (rows > 0) touched[table] = (touched[table] ?? 0) + rows;
    };
    await blankOwn(work, known, count);
    const about = await blankAbout(work, known, count);
    for (const [table, by] of gone) count(table, await deleteLinked(work.db, actor.orgId, { table, by, ids: about }));
    await sweep(work, known, traces, count);
    const userId = known.own[0]?.row['user_id'];
    if (subject === 'person' && typeof userId === 'string')
      await deleteSignIn(work.db, userId, (known.own[0]?.row['email_key'] as string | null) ?? null);
    const row: ErasureTable = {
      ...{ org_id: actor.orgId, id: work.newId(), at: work.at, actor_id: actor.personId, subject, record_id: id },
      reason: withoutTraces(said.reason, [...traces.everywhere, ...traces.named]) ?? said.reason,
      touched: toJson(touched),
    };
    await erasures.note(work, row);
    return row;
  });

type Count = (table: string, rows?: number) => void;

/** Writes a row anew; what the search knows of it follows. */
async function rewrite(work: Work, change: { table: OrgTable; row: LooseRow; columns: LooseRow }): Promise<void> {
  await rewriteRow(work.db, work.actor.orgId, change);
  if (typeof change.row['id'] === 'string') work.touched(change.table.name, [change.row['id']]);
}

/** Their own rows: without a text, out of the lists, a version further, so that nothing can be taken back into them. */
async function blankOwn(work: Work, { own }: Known, count: Count): Promise<void> {
  for (const { table, row } of own) {
    const version = Number(row['version']) + 1;
    const leaves = table.name === 'person' ? { user_id: null } : { archived_at: row['archived_at'] ?? work.at };
    const columns = { ...blanked(table), ...leaves, version, updated_at: work.at };
    await rewrite(work, { table, row, columns });
    count(table.name);
    const sight = { ownerId: row['owner_id'] ?? null, backupId: row['backup_id'] ?? null } as Record<
      string,
      string | null
    >;
    work.changed({ subject: table.name, recordId: String(row['id']), action: 'erased', version, ...sight });
  }
}

/** What is about them: activities with them, changes of all of these, clips, lines of imports. @returns the ids of all that is */
async function blankAbout(work: Work, { tables, ids, own }: Known, count: Count): Promise<string[]> {
  const { orgId } = work.actor;
  const tableOf = (name: string) => tables.find((table) => table.name === name);
  const about = new Set(ids);
  const isColleague = own[0]?.table.name === 'person';
  const blank = async (
    name: string,
    by: readonly string[],
    columnsOf: (table: OrgTable, row: LooseRow) => LooseRow,
  ) => {
    const table = tableOf(name);
    const links = by.filter((column) => table?.columns.includes(column));
    if (!table || links.length === 0) return;
    for (const row of await linkedRows(work.db, orgId, { table, ids: [...about], by: links })) {
      await rewrite(work, { table, row, columns: columnsOf(table, row) });
      count(name);
      // What the change record and imports tell of it goes along.
      if (typeof row['id'] === 'string') about.add(row['id']);
    }
  };
  // What a colleague did belongs to the customer it was done with; what was done with somebody belongs to them.
  if (!isColleague)
    await blank('activity', ['contact_id', 'lead_id'], (table, row) => ({
      ...blanked(table),
      version: Number(row['version']) + 1,
      updated_at: work.at,
    }));
  if (isColleague)
    for (const [name, { by, columns }] of Object.entries(ofColleague)) await blank(name, [by], () => columns);
  await blank('clip', ['record_id'], () => ({ lead: '{}', page_url: '', page_title: '' }));
  await blank('import_record', ['record_id'], (_, row) => ({ detail: row['detail'] === null ? null : '{}' }));
  // Files that are kept with them go, bytes and all.
  await blank('attachment', ['record_id'], (_, row) => {
    about.add(String(row['id']));
    return { file_name: ERASED, media_type: '', sha256: '', removed_at: row['removed_at'] ?? work.at };
  });
  await blank('change', ['record_id'], (_, row) => blankedRow(row));
  return [...about];
}

const blankedRow = (row: LooseRow): LooseRow => ({
  before: row['before'] === null ? null : blankedChange(String(row['before'])),
  after: row['after'] === null ? null : blankedChange(String(row['after'])),
  reason: null,
});

/** Mails to them: what they say goes, and one that waits does not leave. Changes that told of them are blanked. */
async function blankMails(
  work: Work,
  { tables }: Known,
  mails: { table: OrgTable; rows: readonly LooseRow[] },
): Promise<void> {
  const { orgId } = work.actor;
  const ids = mails.rows.map((row) => String(row['id']));
  await deleteLinked(work.db, orgId, { table: 'mail_letter', by: 'mail_id', ids });
  for (const row of mails.rows) {
    const columns = { title: ERASED, ...(row['state'] === 'queued' ? { state: 'cancelled', next_at: null } : {}) };
    await rewrite(work, { table: mails.table, row, columns });
  }
  const change = tables.find(({ name }) => name === 'change');
  if (!change) return;
  for (const row of await linkedRows(work.db, orgId, { table: change, ids, by: ['record_id'] }))
    await rewrite(work, { table: change, row, columns: blankedRow(row) });
}

/**
 * Their addresses in every text; their name where a row is linked to them, to their account, or tells of a row in which either
 * stood: tables that tell of records come last.
 */
async function sweep(work: Work, known: Known, traces: Traces, count: Count): Promise<void> {
  const { orgId } = work.actor;
  const linkedTo = new Set([...known.ids, ...known.accountIds]);
  // Minutes tell of those who took part, whoever called the meeting.
  const attendees = known.tables.find(({ name }) => name === 'meeting_attendee');
  if (attendees)
    for (const row of await linkedRows(work.db, orgId, { table: attendees, ids: known.ids, by: ['person_id'] }))
      linkedTo.add(String(row['meeting_id']));
  const tells = ({ columns }: OrgTable): boolean => columns.includes('record_id');
  for (const table of known.tables.toSorted((a, b) => Number(tells(a)) - Number(tells(b)))) {
    const clean = async (rows: readonly LooseRow[], marks: readonly string[]): Promise<void> => {
      for (const row of rows) {
        const columns = Object.fromEntries(
          table.texts.flatMap((column): [string, string][] => {
            const text = row[column];
            const left = typeof text === 'string' ? withoutTraces(text, marks) : undefined;
            return left === undefined ? [] : [[column, left]];
          }),
        );
        if (Object.keys(columns).length === 0) continue;
        await rewrite(work, { table, row, columns });
        count(table.name);
        if (typeof row['id'] === 'string') linkedTo.add(row['id']);
      }
    };
    const withAddress = await rowsWithTrace(work.db, orgId, { table, traces: traces.everywhere });
    if (table.name === 'mail') await blankMails(work, known, { table, rows: withAddress });
    await clean(withAddress, traces.everywhere);
    await clean(await linkedRows(work.db, orgId, { table, ids: [...linkedTo], by: table.links }), traces.named);
  }
}
