import type { RungPatch } from '@milepost/contract/ladder';
import { foldName } from '@milepost/core/identity/fold-name';
import type { RungTerm } from '@milepost/core/ladder/months-in';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import { fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { CareerTable, RungTable } from '../../db/tables/growth.ts';

const rungStore = recordStore({
  table: 'rung',
  sort: { name: 'name_key', track: 'track', createdAt: 'created_at' },
  filter: { name: 'name_key', track: 'track', profileId: 'profile_id' },
  search: ['name_key'],
});

/** The ladder is known to everybody of the organisation. */
export const rungs = {
  ...rungStore,
  all: (db: Db, orgId: string): Promise<RungTable[]> =>
    db.selectFrom('rung').selectAll().where('org_id', '=', orgId).orderBy('name_key').orderBy('id').execute(),
};

export const blankRung = {
  ...{ about: null, profile_id: null, months: null },
  ...{ from_ids: '[]', certificate_ids: '[]', results: '[]' },
} as const;

/** What was sent → columns, with the folded name. */
export const rungColumns = ({
  profileId,
  fromIds,
  certificateIds,
  results,
  ...same
}: RungPatch): Partial<RungTable> => ({
  ...same,
  ...(same.name === undefined ? {} : { name_key: foldName(same.name) }),
  ...(profileId === undefined ? {} : { profile_id: profileId }),
  ...(fromIds === undefined ? {} : { from_ids: toJson(fromIds) }),
  ...(certificateIds === undefined ? {} : { certificate_ids: toJson(certificateIds) }),
  ...(results === undefined ? {} : { results: toJson(results) }),
});

/** What a rung asks beside levels, as it is read. */
export const asksOf = ({ from_ids, certificate_ids, results }: RungTable) => ({
  fromIds: fromJson<string[]>(from_ids),
  certificateIds: fromJson<string[]>(certificate_ids),
  results: fromJson<{ measure: AdditiveMeasure; least: number }[]>(results),
});

const careerStore = recordStore({
  table: 'career',
  sort: { createdAt: 'created_at' },
  filter: { mentorId: 'mentor_id' },
  search: [],
});

/** Where people stand is seen by themselves, their mentor, and those whose people they are. */
export const careers = {
  ...careerStore,

  /** Those of some people. Whoever asks has been asked before whether they may see these people. */
  of: async (db: Db, orgId: string, personIds: readonly string[]): Promise<CareerTable[]> =>
    personIds.length === 0
      ? []
      : db
          .selectFrom('career')
          .selectAll()
          .where('org_id', '=', orgId)
          .where('id', 'in', [...personIds])
          .execute(),

  /** Who mentors somebody. */
  mentorOf: async (db: Db, orgId: string, personId: string): Promise<string | null> =>
    (
      await db
        .selectFrom('career')
        .select('mentor_id')
        .where('org_id', '=', orgId)
        .where('id', '=', personId)
        .executeTakeFirst()
    )?.mentor_id ?? null,
};

export const termsOf = ({ terms }: Pick<CareerTable, 'terms'>): RungTerm[] => fromJson(terms);

/** The rung on which somebody stands on a day: that of the latest term which holds it. */
export function standsOn(career: Pick<CareerTable, 'terms'>, day: string): string | null {
  let latest: RungTerm | null = null;
  for (const term of termsOf(career)) {
    if (term.from > day || (term.to !== null && term.to < day)) continue;
    if (latest === null || term.from > latest.from) latest = term;
  }
  return latest?.rungId ?? null;
}
