import type { CareerView, RungView } from '@milepost/contract/ladder';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { CareerTable, RungTable } from '../../db/tables/growth.ts';
import { asksOf, termsOf } from './store.ts';

export async function rungViews(db: Db, actor: Actor, rows: readonly RungTable[]): Promise<RungView[]> {
  const asked = rows.map(asksOf);
  const names = await namesOf(db, actor, {
    role_profile: rows.map((row) => row.profile_id),
    rung: asked.flatMap(({ fromIds }) => fromIds),
    certificate: asked.flatMap(({ certificateIds }) => certificateIds),
  });
  return rows.map((row) => {
    const asks = asksOf(row);
    return {
      ...recordFields(row),
      name: row.name,
      track: row.track,
      about: row.about,
      profileId: row.profile_id,
      profile: nameOf(names.role_profile, row.profile_id),
      ...asks,
      from: asks.fromIds.flatMap((id) => nameOf(names.rung, id) ?? []),
      certificates: asks.certificateIds.flatMap((id) => nameOf(names.certificate, id) ?? []),
      months: row.months,
      currency: actor.organisation.currency,
    };
  });
}

/** A career as it is told; version 0 where nobody has said anything yet. */
export async function careerView(db: Db, actor: Actor, row: CareerTable | null): Promise<CareerView> {
  if (!row) return { version: 0, terms: [], aim: null, mentor: null };
  const terms = termsOf(row);
  const names = await namesOf(db, actor, {
    rung: [...terms.map(({ rungId }) => rungId), row.aim_rung_id],
    person: [row.mentor_id],
  });
  return {
    version: row.version,
    terms: terms.map((term) => ({ ...term, rung: nameOf(names.rung, term.rungId) })),
    aim: nameOf(names.rung, row.aim_rung_id),
    mentor: nameOf(names.person, row.mentor_id),
  };
}
