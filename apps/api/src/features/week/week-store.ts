import type { Db } from '../../db/open.ts';
import type { ActivityTable } from '../../db/tables/records.ts';

type Span = { from: string; to: string };

/** What a person does: their own activities, and those of others that they take part in. */
export const agenda = {
  async of(db: Db, orgId: string, personId: string, { from, to }: Span): Promise<ActivityTable[]> {
    return db
      .selectFrom('activity')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('on_day', '>=', from)
      .where('on_day', '<=', to)
      .where((eb) =>
        eb.or([
          eb('person_id', '=', personId),
          eb(
            'id',
            'in',
            eb
              .selectFrom('activity_participant as p')
              .select('p.activity_id')
              .where('p.org_id', '=', orgId)
              .where('p.person_id', '=', personId),
          ),
        ]),
      )
      .orderBy('on_day')
      .orderBy('starts_at')
      .orderBy('id')
      .execute();
  },
};
