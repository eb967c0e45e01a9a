import type { Locale } from '@milepost/contract/organisation';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { expiresOn } from '@milepost/core/certificates/expiry';
import type { Work } from '../../db/work.ts';
import { awards, certificates, validityOf } from '../certificates/store.ts';
import { blankGoal, goals } from '../goals/store.ts';
import { careers, rungs } from '../ladder/store.ts';
import { assessments, requirementsOf, roleProfiles } from '../skills/store.ts';
import { bringStarterSet } from '../skills/take-starter-set.ts';
import type { Dice } from './dice.ts';

type Cast = {
  managers: readonly { id: string; teamId: string | null }[];
  reps: readonly { id: string; teamId: string | null }[];
};

/** The ladder of the starter set, and where the reps of the demonstration stand on it: levels, certificates, goals. */
export async function writeGrowth(
  work: Work,
  locale: Locale,
  roll: Dice,
  today: string,
  { managers, reps }: Cast,
): Promise<void> {
  await bringStarterSet(work, locale);
  const { orgId } = work.actor;
  const monthsAgo = (months: number) => toIso(addMonths(toDay(today), -months));
  const ladder = await rungs.all(work.db, orgId);
  const first = ladder.find(({ from_ids }) => from_ids === '[]');
  const second = ladder.find(({ from_ids }) => first && from_ids === JSON.stringify([first.id]));
  const profile = (await roleProfiles.all(work.db, orgId)).find(({ id }) => id === second?.profile_id);
  if (!first || !second || !profile) return;
  const certs = await certificates.all(work.db, orgId);
  for (const [at, rep] of reps.entries()) {
    const manager = managers.find(({ teamId }) => teamId === rep.teamId) ?? managers[0];
    const since = monthsAgo(roll.whole(6, 40));
    await careers.create(work, {
      ...{ id: rep.id, terms: JSON.stringify([{ rungId: first.id, from: since, to: null }]) },
      ...{ aim_rung_id: second.id, mentor_id: at % 4 === 0 ? (reps[at + 1]?.id ?? null) : null },
    });
    for (const [place, { skillId, required }] of requirementsOf(profile).entries()) {
      // Some skills nobody has assessed yet: unknown is not zero.
      if ((place + at) % 6 === 5) continue;
      const level = Math.max(0, Math.min(5, required + roll.whole(-2, 1)));
      const seen = { person_id: rep.id, skill_id: skillId, valid_until: null, note: null };
      await assessments.create(work, {
        ...{ ...seen, id: work.newId(), assessor_id: rep.id, kind: 'self', on_day: monthsAgo(3) },
        level: Math.min(5, level + roll.whole(0, 1)),
      });
      if (manager)
        await assessments.create(work, {
          ...{ ...seen, id: work.newId(), assessor_id: manager.id, kind: 'manager', on_day: monthsAgo(2) },
          level,
        });
    }
    for (const [place, certificate] of certs.entries()) {
      if ((place + at) % 3 === 2 || !manager) continue;
      const completedOn = monthsAgo(roll.whole(2, 23));
      const validity = validityOf(certificate);
      await awards.create(work, {
        ...{ id: work.newId(), person_id: rep.id, certificate_id: certificate.id, completed_on: completedOn },
        ...{ evidence: 'link', link: `https://learning.example/records/${at + 1}-${place + 1}` },
        ...{ activity_id: null, opportunity_id: null, attempt_id: null, note: null, reason: null, reminded: null },
        ...{ state: 'confirmed', signed_by_id: manager.id, signed_at: work.at },
        expires_on: validity === null ? null : expiresOn(validity, completedOn),
        verify_code: `${work.newId()}`.replaceAll('-', ''),
      });
    }
    const wanted = certs[at % certs.length];
    if (wanted)
      await goals.create(work, {
        ...blankGoal,
        ...{ id: work.newId(), person_id: rep.id, kind: 'certificate', certificate_id: wanted.id },
        due_on: toIso(addMonths(toDay(today), (at % 4) + 1)),
      });
  }
}
