import type { NewOpportunity } from '@milepost/contract/pipeline';
import { enterStage } from '@milepost/core/pipeline/stages';
import type { OpportunityTable } from '../../../db/tables/records.ts';
import { fieldsOver } from '../../fields/record-fields-store.ts';
import { type OpportunityToSave, saveOpportunities } from '../../pipeline/opportunity-entry-store.ts';
import { stageOrder } from '../../pipeline/stage-store.ts';
import { opportunities, opportunityColumns } from '../../pipeline/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { OwnRecords } from '../own-records.ts';
import { saying } from '../record-writer.ts';
import { readCustomFields } from './read-custom-fields.ts';
import { resolveByNumberOrName } from './resolve-numbered.ts';
import { stageFinder } from './stage-names.ts';

type Opened = Parameters<ImportRun['leftOpen']>[1];
type Ready = { toSave: OpportunityToSave; known: OpportunityTable | undefined; opened: Opened[] };

/** Deals. Won ones go into the books once they are all there. */
export async function writeOpportunities(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { work } = run;
  const known: OpportunityTable[] = [];
  for await (const row of opportunities.each(work.db, work.actor, {})) known.push(row);
  const own = new OwnRecords(known, (row) => row.account_id);
  const stageOf = await stageFinder(run);
  const stages = await stageOrder.named(work.db, work.actor.orgId);
  const ready: Ready[] = [];
  for (const row of rows) {
    const one = await readDeal(run, row, { own, stageOf, stages });
    if (one) ready.push(one);
  }
  const saved = await saveOpportunities(
    work,
    ready.map(({ toSave }) => toSave),
    { today: run.today },
  );
  saved.forEach(({ id, version, action }, index) => {
    const { known: before, toSave, opened } = ready[index] as Ready;
    for (const open of opened) run.leftOpen(id, open);
    if (action === 'created') run.created('opportunity', id);
    else if (action === 'unchanged' || !before) run.counts.unchanged += 1;
    else run.updated('opportunity', id, { version, before: columnsBefore(before, toSave) });
  });
}

/** Stage brings its day and reason along: they are kept as they were, too. */
function columnsBefore(before: OpportunityTable, { input, beside = {} }: OpportunityToSave): Partial<OpportunityTable> {
  const { id: _, ...said } = input;
  const columns = [
    ...Object.keys(opportunityColumns(said)),
    ...Object.keys(beside),
    'closed_on',
    'lost_reason',
  ] as (keyof OpportunityTable)[];
  return Object.fromEntries(columns.map((column) => [column, before[column]]));
}

async function readDeal(
  run: ImportRun,
  row: ReadRecord,
  {
    own,
    stageOf,
    stages,
  }: {
    own: OwnRecords<OpportunityTable>;
    stageOf: Awaited<ReturnType<typeof stageFinder>>;
    stages: ReadonlyMap<string, { category: 'open' | 'won' | 'lost' }>;
  },
): Promise<Ready | null> {
  const { work } = run;
  const owner = await run.owner(row);
  const stage = await stageOf(row);
  const amountMinor = run.minor(row, 'amount');
  const itsFields = readCustomFields(run, row);
  if (amountMinor != null && amountMinor < 0) run.reject(row, 'amount', run.text(row, 'amount') ?? '', 'not-positive');
  const currency = run.text(row, 'currency')?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) run.reject(row, 'currency', currency, 'other-currency');
  if (run.isRejected(row)) return null;
  const account = await resolveByNumberOrName(run, row, {
    subject: 'account',
    name: 'account',
    number: 'accountExternalId',
  });
  const product = await resolveByNumberOrName(run, row, {
    subject: 'product',
    name: 'product',
    number: 'productExternalId',
  });
  const event = await run.resolve(row, { field: 'event', subject: 'event' });
  const externalId = run.text(row, 'externalId');
  const name =
    run.text(row, 'name') ??
    ([run.text(row, 'account'), run.text(row, 'product')].filter((part) => part !== null).join(' · ') || externalId);
  const match = own.find({
    externalId,
    name: externalId === null ? name : null,
    ownerId: owner.id,
    ...(account.id === null ? {} : { within: account.id }),
  });
  if (match.status === 'ambiguous') {
    run.reject(row, 'name', name ?? '', 'ambiguous');
    return null;
  }
  const known = match.status === 'one' ? match.row : undefined;
  if (known && own.isTouched(known)) {
    run.reject(row, externalId === null ? 'name' : 'externalId', externalId ?? name ?? '', 'duplicate-in-file');
    return null;
  }
  const stageId = stage?.id ?? known?.stage_id;
  if (stageId === undefined || (name === null && !known)) {
    run.reject(row, stageId === undefined ? 'stage' : 'name', '', 'missing');
    return null;
  }
  const category = stage?.category ?? stages.get(stageId)?.category ?? 'open';
  const closedOn = run.text(row, 'closedOn');
  const lostReason = run.text(row, 'lostReason');
  const entry = enterStage(
    category,
    {
      amountMinor: amountMinor ?? known?.amount_minor ?? null,
      closedOn: closedOn ?? known?.closed_on ?? null,
      lostReason,
    },
    null,
  );
  if (entry.status === 'incomplete') {
    for (const field of entry.missing)
      run.reject(row, field === 'amountMinor' ? 'amount' : 'closedOn', '', 'stage-needs-close-day');
    return null;
  }
  for (const field of ['account', 'product'] as const)
    if (run.mapped.has(field) && run.text(row, field) === null) run.note('blank-reference', field, row.line);
  const said = saying({
    // A name made of parts is said of a new deal only: a person may have given it a better one.
    name: run.text(row, 'name') ?? (known ? null : name),
    externalId,
    accountId: account.id,
    productId: product.id,
    eventId: event.id,
    stageId,
    amountMinor,
    currency,
    openedOn: run.text(row, 'openedOn'),
    // The closing day of an open deal is the day it is expected to close.
    expectedCloseOn: run.text(row, 'expectedCloseOn') ?? (category === 'open' ? closedOn : null),
    ...(category === 'open' ? {} : { closedOn }),
    ...(category === 'lost' ? { lostReason } : {}),
    notes: run.text(row, 'notes'),
    ownerId: owner.id ?? (known ? null : work.actor.personId),
  }) as Omit<NewOpportunity, 'id'> & { stageId: string };
  const id = known?.id ?? work.newId();
  const row_ =
    known ?? ({ id, name, external_id: externalId, owner_id: owner.id, account_id: account.id } as OpportunityTable);
  if (!known) own.add(row_);
  own.touch(row_, owner.id);
  return {
    toSave: {
      input: { ...said, id },
      beside: known ? fieldsOver(known, itsFields) : itsFields,
      ...(known ? { seen: known.version } : {}),
    },
    known,
    opened: [
      account.opened,
      product.opened,
      event.status === 'open'
        ? { field: 'event', subject: 'event' as const, value: run.text(row, 'event') ?? '', meansId: null }
        : null,
    ].filter((open) => open !== null),
  };
}
