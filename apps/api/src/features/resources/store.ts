import type { NewResource, NewResourceNeed, ResourceNeedPatch, ResourcePatch } from '@milepost/contract/resources';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ResourceNeedTable, ResourceTable } from '../../db/tables/planning.ts';

const order = { role: 'role', from: 'from_day', to: 'to_day', createdAt: 'created_at' } as const;
const known = { role: 'role', from: 'from_day', to: 'to_day', skills: 'skills' } as const;

type Span = { from: string; to: string };

/** Who does what is known to everybody of the organisation; what it costs, to those who plan. */
const assigned = recordStore({
  table: 'resource',
  sort: { ...order, purpose: 'purpose' },
  filter: { ...known, purpose: 'purpose', personId: 'person_id', helper: 'helper' },
  search: ['role', 'helper', 'skills'],
});

const needed = recordStore({
  table: 'resource_need',
  sort: { ...order, name: 'name' },
  filter: { ...known, name: 'name' },
  search: ['name', 'role', 'skills'],
});

const within = <T extends 'resource' | 'resource_need'>(db: Db, table: T, orgId: string, { from, to }: Span) =>
  db
    .selectFrom(table as 'resource')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .where('from_day', '<=', to)
    .where('to_day', '>=', from)
    .orderBy('from_day')
    .orderBy('id')
    .execute();

export const resources = {
  ...assigned,
  within: (db: Db, orgId: string, span: Span): Promise<ResourceTable[]> => within(db, 'resource', orgId, span),
};

export const resourceNeeds = {
  ...needed,
  within: async (db: Db, orgId: string, span: Span): Promise<ResourceNeedTable[]> =>
    (await within(db, 'resource_need', orgId, span)) as unknown as ResourceNeedTable[],
};

type Work = Pick<ResourcePatch & ResourceNeedPatch, 'hoursPerWeek' | 'from' | 'to'>;
const workColumns = ({ hoursPerWeek, from, to }: Work) => ({
  ...(hoursPerWeek === undefined ? {} : { minutes_per_week: Math.round(hoursPerWeek * 60) }),
  ...(from === undefined ? {} : { from_day: from }),
  ...(to === undefined ? {} : { to_day: to }),
});

/** What was sent → columns. */
export function resourceColumns(patch: ResourcePatch & Partial<NewResource>): Partial<ResourceTable> {
  const { hoursPerWeek, from, to, personId, costMinor, ...same } = patch;
  return {
    ...same,
    ...workColumns(patch),
    ...(personId === undefined ? {} : { person_id: personId }),
    ...(costMinor === undefined ? {} : { cost_minor: costMinor }),
  };
}

export function needColumns(patch: ResourceNeedPatch & Partial<NewResourceNeed>): Partial<ResourceNeedTable> {
  const { hoursPerWeek, from, to, ...same } = patch;
  return { ...same, ...workColumns(patch) };
}
