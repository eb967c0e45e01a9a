import type { WorkKind } from '@milepost/contract/hand-over';
import type { ExpressionBuilder, Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

export type OpenWork = {
  kind: WorkKind;
  id: string;
  name: string;
  due: string | null;
  account_id: string | null;
  owner_id: string | null;
  backup_id: string | null;
  /** Of an activity: whoever is to do it. */
  person_id: string | null;
};

const nameColumn = { activity: 'subject', opportunity: 'name', invoice: 'number', lead: 'name' } as const;
const dueColumn = { activity: 'on_day', opportunity: 'expected_close_on', invoice: 'due_on', lead: null } as const;

/** What of an invoice has not come in, and was not taken off it. */
export const openOfInvoice = sql<number>`invoice.amount_minor - coalesce((select sum(receipt.amount_minor) from receipt where receipt.org_id = invoice.org_id and receipt.invoice_id = invoice.id and receipt.archived_at is null), 0)`;

/** Open work in somebody's name, as far as the actor sees it: the next steps first, then by the day it is due. */
export async function openWorkOf(db: Db, actor: Actor, personId: string): Promise<OpenWork[]> {
  const of = async (kind: WorkKind): Promise<OpenWork[]> => {
    const due = dueColumn[kind];
    let query = (db as unknown as Kysely<Loose>)
      .selectFrom(kind as string)
      .select([
        `${kind}.id as id`,
        `${kind}.${nameColumn[kind]} as name`,
        `${kind}.account_id as account_id`,
        `${kind}.owner_id as owner_id`,
        `${kind}.backup_id as backup_id`,
      ])
      .where(`${kind}.org_id`, '=', actor.orgId)
      .where(`${kind}.archived_at`, 'is', null)
      .where(`${kind}.${kind === 'activity' ? 'person_id' : 'owner_id'}`, '=', personId)
      .where((eb: ExpressionBuilder<Loose, string>) =>
        visibleTo(
          actor,
          sightOf[kind].map((column) => `${kind}.${column}`),
        )(eb),
      );
    if (due !== null) query = query.select(`${kind}.${due} as due`);
    if (kind === 'activity') query = query.select('activity.person_id as person_id').where('activity.is_done', '=', 0);
    if (kind === 'lead') query = query.where('lead.status', 'in', ['new', 'working']);
    if (kind === 'invoice') query = query.where(openOfInvoice, '>', 0);
    if (kind === 'opportunity')
      query = query
        .innerJoin('stage', (join) =>
          join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
        )
        .where('stage.category', '=', 'open');
    const rows = (await query.orderBy(`${kind}.id`).execute()) as unknown as Omit<OpenWork, 'kind'>[];
    return rows.map((row) => ({ ...row, kind, due: row.due ?? null, person_id: row.person_id ?? null }));
  };
  const found = (await Promise.all((['activity', 'opportunity', 'invoice', 'lead'] as const).map(of))).flat();
  return found.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || (a.id < b.id ? -1 : 1));
}
