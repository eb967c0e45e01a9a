import type { TimeLineEntry, TimeLinePage, TimeLineQuery } from '@milepost/contract/time-line';
import type { Actor } from '../auth/actor.ts';
import { sees } from '../auth/actor.ts';
import { fromJson } from '../db/columns.ts';
import { writeCursor } from '../db/cursor.ts';
import { nameOf, namesOf } from '../db/names-store.ts';
import type { Db } from '../db/open.ts';
import type { ChangeTable } from '../db/tables/changes.ts';
import { activityViews } from '../features/activities/views.ts';
import { attachments } from '../features/attachments/store.ts';
import { attachmentViews } from '../features/attachments/views.ts';
import { changeViews } from '../features/changes/views.ts';
import { partyNames } from '../features/issues/party-store.ts';
import { type Head, headsOf, mergedInto } from './time-line-heads-store.ts';
import { invoicesOf, rowsOfHeads } from './time-line-rows-store.ts';

/** Columns whose change is told by an entry of its own: the step of a deal, a status, a tier. */
const toldApart: Readonly<Record<string, readonly string[]>> = {
  account: ['status', 'tier', 'tier_since', 'tier_by_score', 'tier_beyond', 'tier_score_minor', 'tier_reviewed_on'],
  opportunity: ['stage_id'],
};

/** Does a change say nothing but what is told apart? */
function isToldApart({ subject, before, after }: ChangeTable): boolean {
  if (before === null || after === null) return false;
  const said = Object.keys(fromJson<Record<string, unknown>>(after));
  return said.length > 0 && said.every((column) => toldApart[subject]?.includes(column));
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
type Entries = Map<string, TimeLineEntry>;

/** The line of an account in sight, the newest first. */
export async function readTimeLine(
  db: Db,
  actor: Actor,
  { accountId, query }: { accountId: string; query: TimeLineQuery },
): Promise<TimeLinePage> {
  const { parts, after, limit } = query;
  const accountIds = await mergedInto(db, actor.orgId, accountId);
  const found = await headsOf(db, actor, { accountIds, parts, limit, ...(after === undefined ? {} : { after }) });
  const heads = found.slice(0, limit);
  const entries = await entriesOf(db, actor, heads);
  const last = heads.at(-1);
  return {
    items: heads.flatMap(({ kind, id }) => entries.get(`${kind} ${id}`) ?? []),
    next: found.length > limit && last ? writeCursor({ key: last.at, id: `${last.id} ${last.kind}` }) : null,
  };
}

async function entriesOf(db: Db, actor: Actor, heads: readonly Head[]): Promise<Entries> {
  const rows = await rowsOfHeads(db, actor.orgId, heads);
  const at = new Map(heads.map((head) => [`${head.kind} ${head.id}`, head.at]));
  const entries: Entries = new Map();
  const put = (entry: Record<string, unknown> & { kind: TimeLineEntry['kind']; id: string }): void => {
    const key = `${entry.kind} ${entry.id}`;
    entries.set(key, { ...entry, at: at.get(key) } as TimeLineEntry);
  };
  const filesOfActivities = await attachments.of(db, actor.orgId, {
    kind: 'activity',
    ids: rows.activity.map(({ id }) => id),
  });
  const files = byId(await attachmentViews(db, actor, [...rows.file, ...filesOfActivities]));
  const ofKind = (kind: string) => rows.file.filter((row) => row.record_kind === kind).map((row) => row.record_id);
  const names = await namesOf(db, actor, {
    opportunity: [...rows.stage.map((row) => row.opportunity_id), ...ofKind('opportunity')],
    stage: rows.stage.map((row) => row.stage_id),
    person: rows.status.map((row) => row.person_id),
    contact: ofKind('contact'),
    lead: ofKind('lead'),
  });
  for (const activity of await activityViews(db, actor, rows.activity)) {
    const own = [...files.values()].filter((file) => file.recordId === activity.id);
    put({ kind: 'activity', id: activity.id, activity, files: own });
  }
  for (const row of rows.stage) {
    const opportunity = nameOf(names.opportunity, row.opportunity_id);
    const stage = nameOf(names.stage, row.stage_id);
    if (opportunity) put({ kind: 'stage', id: row.id, onDay: row.entered_on, opportunity, stage });
  }
  for (const row of rows.file) {
    const { record_kind: kind, record_id: id } = row;
    const about = kind === 'account' || kind === 'activity' ? null : nameOf(names[kind], id);
    put({ kind: 'file', id: row.id, file: files.get(row.id), about });
  }
  for (const row of rows.invoice)
    put({
      kind: 'invoice',
      id: row.id,
      invoice: {
        ...{ id: row.id, number: row.number, issuedOn: row.issued_on, dueOn: row.due_on },
        ...{ amountMinor: row.amount_minor, currency: row.currency },
      },
    });
  const billed = byId(
    await invoicesOf(
      db,
      actor.orgId,
      rows.receipt.map((row) => row.invoice_id),
    ),
  );
  for (const row of rows.receipt) {
    const paid = billed.get(row.invoice_id);
    const invoice = paid && sees(actor, paid) ? { id: paid.id, name: paid.number } : null;
    const said = { id: row.id, kind: row.kind, day: row.day, amountMinor: row.amount_minor };
    put({ kind: 'receipt', id: row.id, receipt: { ...said, currency: invoice && (paid?.currency ?? null), invoice } });
  }
  const before = await partyNames(db, actor, { person: [], department: rows.issue.map((row) => row.department_id) });
  for (const row of rows.issue) {
    const { id, name, severity, state, due_at: dueAt, resolution } = row;
    const department = nameOf(before.department, row.department_id);
    put({ kind: 'issue', id, issue: { id, name, severity, state, department, dueAt, resolution } });
  }
  for (const row of rows.status) {
    const { status, entered_on: onDay, cause, reason } = row;
    put({ kind: 'status', id: row.id, status, onDay, cause, reason, person: nameOf(names.person, row.person_id) });
  }
  for (const { id, tier, on_day: onDay, cause } of rows.tier) put({ kind: 'tier', id, tier, onDay, cause });
  const told = rows.change.filter((row) => !isToldApart(row));
  for (const change of await changeViews(db, actor, told)) put({ kind: 'change', id: change.id, change });
  return entries;
}
