import type { Locale } from '@milepost/contract/organisation';
import type { StarterSetTaken } from '@milepost/contract/skills';
import type { Actor } from '../../auth/actor.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { blankCertificate, certificateColumns, certificates } from '../certificates/store.ts';
import { blankRung, rungColumns, rungs } from '../ladder/store.ts';
import {
  type StarterCertificate,
  type StarterRole,
  starterCertificates,
  starterLadder,
  starterWords,
} from './starter/starter-set.ts';
import { blankSkill, profileColumns, roleProfiles, skillColumns, skills } from './store.ts';

/** The number by which a skill of the starter set is known again. */
const numberOf = (key: string) => `starter:${key}`;

async function addSkills(work: Work, locale: Locale): Promise<{ ids: Map<string, string>; count: number }> {
  const there = new Map((await skills.all(work.db, work.actor.orgId)).map((row) => [row.external_id, row.id]));
  const ids = new Map<string, string>();
  let count = 0;
  for (const { key, name, category, levels } of starterWords[locale].skills) {
    const known = there.get(numberOf(key));
    const id = known ?? work.newId();
    ids.set(key, id);
    if (known !== undefined) continue;
    const described = Object.fromEntries(levels.map((text, level) => [`level${level}`, text]));
    const columns = skillColumns({ name, category, externalId: numberOf(key), ...described });
    await skills.create(work, { ...blankSkill, ...columns, id } as Parameters<typeof skills.create>[1]);
    count += 1;
  }
  return { ids, count };
}

async function addCertificates(work: Work, locale: Locale): Promise<Map<StarterCertificate, string>> {
  const ids = new Map<StarterCertificate, string>();
  for (const [key, holds] of Object.entries(starterCertificates) as [StarterCertificate, object][]) {
    const id = work.newId();
    const columns = certificateColumns({ ...starterWords[locale].certificates[key], ...holds });
    const values = { ...blankCertificate, ...columns, id };
    await certificates.create(work, values as Parameters<typeof certificates.create>[1]);
    ids.set(key, id);
  }
  return ids;
}

/**
 * Brings in the starter set in one transaction, as `work` of another deed: skills that are not there yet; and where nothing of it is there,
 * a ladder with its role profiles and certificates.
 */
export async function bringStarterSet(work: Work, locale: Locale): Promise<StarterSetTaken> {
  const { orgId } = work.actor;
  const { ids, count } = await addSkills(work, locale);
  const isBare =
    (await rungs.all(work.db, orgId)).length === 0 &&
    (await roleProfiles.all(work.db, orgId)).length === 0 &&
    (await certificates.all(work.db, orgId)).length === 0;
  if (!isBare) return { skills: count, roleProfiles: 0, certificates: 0, rungs: 0 };
  const certificateIds = await addCertificates(work, locale);
  const rungIds = new Map<StarterRole, string>();
  const words = starterWords[locale];
  for (const { role, track, from, months, certificates: asked, asked: levels } of starterLadder) {
    const requirements = levels.flatMap(([key, required, weight]) => {
      const skillId = ids.get(key);
      return skillId === undefined ? [] : [{ skillId, required, weight }];
    });
    const profileId = work.newId();
    const profile = profileColumns({ name: words.profiles[role], requirements });
    await roleProfiles.create(work, { ...profile, id: profileId } as Parameters<typeof roleProfiles.create>[1]);
    const id = work.newId();
    rungIds.set(role, id);
    const rung = rungColumns({
      ...{ name: words.rungs[role], track, months, profileId },
      fromIds: from.flatMap((below) => rungIds.get(below) ?? []),
      certificateIds: asked.flatMap((key) => certificateIds.get(key) ?? []),
    });
    await rungs.create(work, { ...blankRung, ...rung, id } as Parameters<typeof rungs.create>[1]);
  }
  return {
    ...{ skills: count, roleProfiles: starterLadder.length },
    ...{ certificates: certificateIds.size, rungs: rungIds.size },
  };
}

/** Takes the starter set; once more brings nothing twice. */
export const takeStarterSet = (deps: Deps, actor: Actor, locale: Locale): Promise<StarterSetTaken> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`starter-set ${actor.orgId}`)?.execute(work.db);
    return bringStarterSet(work, locale);
  });
