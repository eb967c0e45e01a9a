import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type Standing, standingOn } from '@milepost/core/certificates/expiry';
import { awardOn } from '@milepost/core/certificates/goal';
import type { Rung } from '@milepost/core/ladder/criteria';
import { monthsIn } from '@milepost/core/ladder/months-in';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import { type Actor, reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { RungTable } from '../../db/tables/growth.ts';
import { Failure } from '../../http/failure.ts';
import { awards, certificates } from '../certificates/store.ts';
import { measured } from '../figures/measured-store.ts';
import { assessments, proofsOf, requirementsOf, roleProfiles, skills } from '../skills/store.ts';
import { asksOf, careers, rungs, termsOf } from './store.ts';

/** The twelve whole months before the one that holds a day. */
export function resultSpan(day: string): { from: string; to: string } {
  const first = toDay(`${day.slice(0, 7)}-01`);
  return { from: toIso(addMonths(first, -12)), to: toIso(first - 1) };
}

type Results = { results: Map<string, number>; withheld: boolean };

/** What somebody reached of each measure that rungs ask. Of people out of reach, and of sums that cannot be told, nothing is known. */
async function resultsOf(
  db: Db,
  actor: Actor,
  personId: string,
  asked: ReadonlySet<AdditiveMeasure>,
  { day, now }: { day: string; now: string },
): Promise<Results> {
  const results = new Map<string, number>();
  if (!reaches(actor, personId)) return { results, withheld: true };
  for (const measure of asked)
    try {
      const sums = await measured(db, actor, measure, now).sumBy('person_id', resultSpan(day));
      results.set(measure, sums.find(({ key }) => key === personId)?.value ?? 0);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  return { results, withheld: false };
}

/** Everything by which a ladder is judged for one person on a day. */
export async function ladderFacts(db: Db, actor: Actor, personId: string, at: { day: string; now: string }) {
  const { orgId } = actor;
  const { day } = at;
  const [allRungs, profiles, allSkills, certs, rows, held, [career = null]] = await Promise.all([
    rungs.all(db, orgId),
    roleProfiles.all(db, orgId),
    skills.all(db, orgId),
    certificates.all(db, orgId),
    assessments.of(db, orgId, [personId]),
    awards.confirmedOf(db, orgId, [personId]),
    careers.of(db, orgId, [personId]),
  ]);
  const standing = allRungs.filter(({ archived_at }) => archived_at === null);
  const profileBy = new Map(profiles.map((row) => [row.id, row]));
  const skillBy = new Map(allSkills.map((row) => [row.id, row]));
  const asked = new Set(standing.flatMap((row) => asksOf(row).results.map(({ measure }) => measure)));
  const holding = new Map(
    certs.map((certificate) => [
      certificate.id,
      awardOn(
        held
          .filter(({ certificate_id }) => certificate_id === certificate.id)
          .map((row) => ({ ...row, completedOn: row.completed_on, expiresOn: row.expires_on })),
        day,
      ),
    ]),
  );
  const certificateStandings = new Map<string, Standing>();
  for (const { id, window_months } of certs) {
    const award = holding.get(id);
    if (award) certificateStandings.set(id, standingOn(award.expiresOn, window_months, day));
  }
  const terms = career ? termsOf(career) : [];
  const { results } = await resultsOf(db, actor, personId, asked, at);
  const rungOf = (row: RungTable): Rung => {
    const asks = asksOf(row);
    const profile = row.profile_id === null ? undefined : profileBy.get(row.profile_id);
    return {
      ...{ id: row.id, track: row.track, from: asks.fromIds, months: row.months, results: asks.results },
      levels: (profile ? requirementsOf(profile) : []).filter(
        ({ skillId }) => skillBy.get(skillId)?.archived_at === null,
      ),
      certificates: asks.certificateIds,
    };
  };
  return {
    ...{ career, terms, standing, profileBy, skillBy, holding, rungOf },
    certificateBy: new Map(certs.map((row) => [row.id, row])),
    record: {
      proofs: proofsOf(rows),
      certificates: certificateStandings,
      monthsIn: monthsIn(
        terms.filter(({ from }) => from <= day),
        day,
      ),
      results,
    },
  };
}
export type LadderFacts = Awaited<ReturnType<typeof ladderFacts>>;
