import type { LikelyAccepted, LikelyAnswer, LikelyName } from '@milepost/contract/imports';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accounts } from '../accounts/store.ts';
import { contacts } from '../contacts/store.ts';
import { expenses } from '../expenses/store.ts';
import { leads } from '../leads/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { settleWins } from '../pipeline/wins-store.ts';
import { invoices } from '../receivables/store.ts';
import { books } from '../sales/books-store.ts';
import { correctSales } from '../sales/posting-store.ts';
import { findImport, reportOf } from './find-import.ts';
import { aliases, imports } from './store.ts';

type Filling = Partial<Record<'account_id' | 'product_id' | 'parent_id' | 'event_id', string>>;
type Opened = { field: string; subject: string; value: string };
type Written = { id: string; version: number; before: Record<string, unknown> };

const columnOf = (kind: string, subject: string): keyof Filling =>
  subject === 'product'
    ? 'product_id'
    : subject === 'event'
      ? 'event_id'
      : kind === 'accounts'
        ? 'parent_id'
        : 'account_id';

/**
 * Takes likely names as meaning what they seem to mean, or what the answer says: each is remembered as an alias, the
 * references that were left open are filled, and the books are brought in line. A reference that somebody has filled since
 * stays as it is. Rows that were held outside come in when the file is imported again.
 * @throws Failure `not-found`, `reference-unknown`
 */
export const acceptLikely = (deps: Deps, actor: Actor, id: string, answer: LikelyAnswer): Promise<LikelyAccepted> =>
  deps.transact(actor, async (work) => {
    await imports.take(work);
    const row = await findImport(work.db, actor, id);
    const report = reportOf(row);
    const accepted = await acceptedNames(work, report.likely, answer);
    for (const [subject, names] of Map.groupBy(accepted, ({ name }) => name.subject))
      await aliases.remember(
        work,
        subject,
        names.map(({ name, recordId }) => ({ alias: name.value, recordId })),
      );
    const meant = new Map(accepted.map(({ name, recordId }) => [`${name.subject}\n${name.value}`, recordId]));
    const records = await imports.records(work.db, actor.orgId, id);
    const fillings = new Map<string, Filling>();
    const positions: number[] = [];
    for (const record of records) {
      if (record.action !== 'likely') continue;
      const { subject, value } = fromJson<Opened>(record.detail ?? '{}');
      const recordId = meant.get(`${subject}\n${value}`);
      if (recordId === undefined) continue;
      positions.push(record.position);
      fillings.set(record.record_id, {
        ...fillings.get(record.record_id),
        [columnOf(row.kind, subject)]: recordId,
      });
    }
    const written =
      row.state === 'done' ? await fill(work, { kind: row.kind, fillings, today: todayOf(deps, actor) }) : [];
    await keepVersions(work, { importId: id, kind: row.kind, records, written });
    await imports.dropLikely(work, id, positions);
    const ids = new Map(accepted.map(({ name, recordId }) => [name, recordId]));
    const likely = report.likely.map((name) => (ids.has(name) ? { ...name, isAccepted: true } : name));
    await imports.write(work, id, { report: imports.reportOf({ ...report, likely }) });
    work.changed({ subject: 'import', recordId: id, action: 'accepted', after: { names: accepted.length } });
    const held = accepted.reduce((sum, { name }) => sum + (name.became === 'held' ? name.rows : 0), 0);
    return { accepted: accepted.length, filled: written.length, held };
  });

const todayOf = (deps: Deps, actor: Actor): string => deps.clock.today(actor.organisation.timeZone);

async function acceptedNames(
  work: Work,
  likely: readonly LikelyName[],
  { items }: LikelyAnswer,
): Promise<{ name: LikelyName; recordId: string }[]> {
  const found: { name: LikelyName; recordId: string }[] = [];
  for (const name of likely) {
    const item = items?.find(({ subject, value }) => subject === name.subject && value === name.value);
    const recordId = item?.recordId ?? name.means?.id;
    if (name.isAccepted || recordId === undefined || (items && !item)) continue;
    if (!(await isInSight(work.db, work.actor, name.subject, recordId)))
      throw new Failure('reference-unknown', fieldIssue('/items', 'unknown', name.value));
    found.push({ name, recordId });
  }
  return found;
}

/** Whose references an import leaves open, beside sales, which the books keep. */
const stores = { opportunities, contacts, leads, invoices, accounts, expenses } as const;

async function fill(
  work: Work,
  { kind, fillings, today }: { kind: string; fillings: ReadonlyMap<string, Filling>; today: string },
): Promise<Written[]> {
  if (kind === 'sales') return fillSales(work, fillings);
  const store = stores[kind as keyof typeof stores] ?? accounts;
  const written: Written[] = [];
  for (const [id, filling] of fillings) {
    const row = (await store.find(work.db, work.actor, id)) as
      | (Record<string, unknown> & { version: number })
      | undefined;
    const open = Object.entries(filling).filter(([column, to]) => row?.[column] === null && to !== id);
    if (!row || row['archived_at'] !== null || open.length === 0) continue;
    const patch = {
      ...Object.fromEntries(open),
      ...(kind === 'contacts' ? await heldBy(work, filling.account_id) : {}),
    };
    const after = await store.update(work, id, row.version, patch as never);
    if (kind === 'invoices') await invoices.handOver(work, await invoices.get(work.db, work.actor, id));
    const before = Object.fromEntries(Object.keys(patch).map((column) => [column, row[column] ?? null]));
    written.push({ id, version: after.version, before });
  }
  if (kind === 'opportunities')
    await settleWins(
      work,
      written.map(({ id }) => id),
      { today },
    );
  return written;
}

/** A contact carries the owner and backup of its account. */
async function heldBy(work: Work, accountId: string | undefined) {
  const account = accountId === undefined ? undefined : await accounts.find(work.db, work.actor, accountId);
  return account ? { owner_id: account.owner_id, backup_id: account.backup_id } : {};
}

async function fillSales(work: Work, fillings: ReadonlyMap<string, Filling>): Promise<Written[]> {
  const rows = await books.salesOf(work, [...fillings.keys()]);
  const corrections = rows
    .filter((row) => row.archived_at === null)
    .map((row) => {
      const { account_id, product_id } = fillings.get(row.id) ?? {};
      return {
        row,
        id: row.id,
        said: {
          ...(row.account_id === null && account_id ? { accountId: account_id } : {}),
          ...(row.product_id === null && product_id ? { productId: product_id } : {}),
          // What the line itself said of them stays.
          ...(row.line === null ? {} : { line: row.line }),
          ...(row.segment === null ? {} : { segment: row.segment }),
          ...(row.region === null ? {} : { region: row.region }),
        },
      };
    });
  const changed = new Set(await correctSales(work, corrections));
  return corrections
    .filter(({ id }) => changed.has(id))
    .map(({ id, row }) => ({ id, version: row.version + 1, before: { ...row } }));
}

const subjectOf = {
  accounts: 'account',
  contacts: 'contact',
  leads: 'lead',
  opportunities: 'opportunity',
  sales: 'sale',
  invoices: 'invoice',
  expenses: 'expense',
} as const;

/** Undo must know the records as they stand now, and how they stood before. */
async function keepVersions(
  work: Work,
  {
    importId,
    kind,
    records,
    written,
  }: { importId: string; kind: string; records: readonly ImportRecordTable[]; written: readonly Written[] },
): Promise<void> {
  const last = records.at(-1)?.position ?? -1;
  const further: ImportRecordTable[] = [];
  const known = new Set(records.flatMap(({ record_id, action }) => (action === 'likely' ? [] : [record_id])));
  for (const { id, version, before } of written) {
    if (known.has(id)) {
      await imports.moveVersion(work, importId, id, version);
      continue;
    }
    further.push({
      org_id: work.actor.orgId,
      import_id: importId,
      position: last + 1 + further.length,
      subject: subjectOf[kind as keyof typeof subjectOf],
      record_id: id,
      action: 'updated',
      version,
      detail: toJson(before),
    });
  }
  await imports.addRecords(work, further);
}
