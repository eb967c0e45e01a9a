import type { EventPatch, FollowUpStep } from '@milepost/contract/events';
import { toDay } from '@milepost/core/calendar/civil-day';
import { type EventTerms, termsOfEvent } from '@milepost/core/events/conversion';
import { foldName } from '@milepost/core/identity/fold-name';
import type { MeasureDefinition } from '@milepost/core/measures/definition';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { EventTable } from '../../db/tables/measures.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Events are known to everybody of the organisation; the leads and deals of one are not. */
export const events = recordStore({
  table: 'event',
  sort: {
    endsOn: 'ends_on',
    startsOn: 'starts_on',
    name: 'name_key',
    kind: 'kind',
    costMinor: 'cost_minor',
    createdAt: 'created_at',
    updatedAt: 'updated_at',
  },
  filter: {
    name: 'name_key',
    kind: 'kind',
    startsOn: 'starts_on',
    endsOn: 'ends_on',
    ownerId: 'owner_id',
    place: 'place',
  },
  search: ['name_key'],
});

const wholeBp = 10_000;

/** What was sent → columns, with the folded name. */
export function eventColumns(patch: EventPatch): Partial<EventTable> {
  const { name, kind, startsOn, endsOn, place, targetRatio, windowDays, talkTrack, steps, costMinor, ownerId } = patch;
  const said: Partial<Record<keyof EventTable, unknown>> = {
    name,
    name_key: name === undefined ? undefined : foldName(name),
    kind,
    starts_on: startsOn,
    ends_on: endsOn,
    place,
    target_bp: typeof targetRatio === 'number' ? Math.round(targetRatio * wholeBp) : targetRatio,
    window_days: windowDays,
    talk_track: talkTrack,
    steps: steps === undefined ? undefined : toJson(steps satisfies FollowUpStep[]),
    cost_minor: costMinor,
    owner_id: ownerId,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<EventTable>;
}

/** Window and target in force of an event. */
export const termsOfRow = (
  row: Pick<EventTable, 'starts_on' | 'ends_on' | 'window_days' | 'target_bp'>,
  definition: Pick<MeasureDefinition, 'event'>,
): EventTerms =>
  termsOfEvent(
    {
      startsOn: toDay(row.starts_on),
      endsOn: toDay(row.ends_on),
      windowDays: row.window_days,
      target: row.target_bp === null ? null : row.target_bp / wholeBp,
    },
    definition,
  );

/** Somebody from an event: a lead, or a deal that was entered without one. */
export type EventContact = {
  kind: 'lead' | 'opportunity';
  id: string;
  eventId: string;
  name: string;
  ownerId: string | null;
  accountId: string | null;
  /** Taken up by somebody: a new or dismissed lead is not. */
  isQualified: boolean;
  /** The day its deal was opened; null while there is none. */
  dealOn: string | null;
};

/**
 * The leads in sight of some events, and the deals that came from them without a lead. A deal whose opening day nobody has said counts
 * from the day it was entered.
 */
export async function eventContacts(db: Db, actor: Actor, eventIds: readonly string[]): Promise<EventContact[]> {
  if (eventIds.length === 0) return [];
  const loose = db as unknown as Kysely<Loose>;
  const seen = (table: 'lead' | 'opportunity', alias: string) => (eb: ExpressionBuilder<Loose, string>) =>
    visibleTo(
      actor,
      sightOf[table].map((column) => `${alias}.${column}`),
    )(eb);
  const leads = (await loose
    .selectFrom('lead as l')
    .leftJoin('opportunity as o', (join) =>
      join.onRef('o.org_id', '=', 'l.org_id').onRef('o.id', '=', 'l.opportunity_id'),
    )
    .select(['l.id as id', 'l.event_id as eventId', 'l.name as name', 'l.status as status'])
    .select(['l.owner_id as ownerId', 'l.account_id as accountId', 'l.opportunity_id as opportunityId'])
    .select(['o.opened_on as openedOn', 'o.created_at as enteredAt'])
    .where('l.org_id', '=', actor.orgId)
    .where('l.event_id', 'in', [...eventIds])
    .where('l.archived_at', 'is', null)
    .where(seen('lead', 'l') as never)
    .orderBy('l.id')
    .execute()) as unknown as Record<string, string | null>[];
  const ofLeads = new Set(leads.map((row) => row['opportunityId']));
  const deals = (await loose
    .selectFrom('opportunity as o')
    .select(['o.id as id', 'o.event_id as eventId', 'o.name as name', 'o.owner_id as ownerId'])
    .select(['o.account_id as accountId', 'o.opened_on as openedOn', 'o.created_at as enteredAt'])
    .where('o.org_id', '=', actor.orgId)
    .where('o.event_id', 'in', [...eventIds])
    .where('o.archived_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('lead as l')
            .select('l.id')
            .whereRef('l.org_id', '=', 'o.org_id')
            .whereRef('l.opportunity_id', '=', 'o.id')
            .whereRef('l.event_id', '=', 'o.event_id'),
        ),
      ),
    )
    .where(seen('opportunity', 'o') as never)
    .orderBy('o.id')
    .execute()) as unknown as Record<string, string | null>[];
  const contact = (row: Record<string, string | null>, kind: EventContact['kind']): EventContact => ({
    kind,
    id: row['id'] ?? '',
    eventId: row['eventId'] ?? '',
    name: row['name'] ?? '',
    ownerId: row['ownerId'] ?? null,
    accountId: row['accountId'] ?? null,
    isQualified: kind === 'opportunity' || row['status'] === 'working' || row['status'] === 'converted',
    dealOn: row['openedOn'] ?? row['enteredAt']?.slice(0, 10) ?? null,
  });
  return [
    ...leads.map((row) => contact(row, 'lead')),
    ...deals.filter((row) => !ofLeads.has(row['id'] ?? null)).map((row) => contact(row, 'opportunity')),
  ];
}
