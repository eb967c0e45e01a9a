import type {
  MenteeProfilePatch,
  MentorProfilePatch,
  NewMenteeProfile,
  NewMentorProfile,
} from '@milepost/contract/mentoring';
import { type Actor, reaches } from '../../auth/actor.ts';
import { flag, toJson } from '../../db/columns.ts';
import type { MenteeProfileTable, MentorProfileTable } from '../../db/tables/mentoring.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { menteeProfiles, mentorProfiles } from './store.ts';

const nothingSaid = { languages: '[]', region: null, years: null, note: null } as const;

function circumstancesOf({ languages, region, years, note }: MentorProfilePatch | MenteeProfilePatch) {
  return {
    ...(languages === undefined ? {} : { languages: toJson(languages) }),
    ...(region === undefined ? {} : { region: region || null }),
    ...(years === undefined ? {} : { years }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}

const mentorColumns = (patch: MentorProfilePatch): Partial<MentorProfileTable> => ({
  ...circumstancesOf(patch),
  ...(patch.gives === undefined ? {} : { gives: toJson(patch.gives) }),
  ...(patch.capacity === undefined ? {} : { capacity: patch.capacity }),
  ...(patch.isOpen === undefined ? {} : { is_open: flag(patch.isOpen) }),
});

const menteeColumns = (patch: MenteeProfilePatch): Partial<MenteeProfileTable> => ({
  ...circumstancesOf(patch),
  ...(patch.needs === undefined ? {} : { needs: toJson(patch.needs) }),
  ...(patch.isSeeking === undefined ? {} : { is_seeking: flag(patch.isSeeking) }),
  ...(patch.wishId === undefined ? {} : { wish_id: patch.wishId }),
});

/** Somebody speaks for themselves, and a manager for their people. @throws Failure `owner-unknown` */
async function demandOwn({ db, actor }: Work, personId: string): Promise<void> {
  const isThere = (await people.find(db, actor, personId))?.is_active === 1;
  if (!isThere || !reaches(actor, personId))
    throw new Failure('owner-unknown', fieldIssue('/personId', 'out-of-reach', 'not a person of your teams'));
}

/** A wish names somebody who is there. @throws Failure `reference-unknown` */
async function demandWish({ db, actor }: Work, wishId: string | null | undefined): Promise<void> {
  if (wishId && (await people.find(db, actor, wishId))?.is_active !== 1)
    throw new Failure('reference-unknown', fieldIssue('/wishId', 'unknown', 'nobody of your organisation'));
}

/** A profile of somebody that is not archived stands once. @throws Failure `profile-taken` */
async function once<T>(deps: Deps, deed: Promise<T>): Promise<T> {
  try {
    return await deed;
  } catch (error) {
    if (deps.dialect.isDuplicate(error)) throw new Failure('profile-taken');
    throw error;
  }
}

/** Says what somebody can teach. @throws Failure `owner-unknown`, `profile-taken` */
export const createMentorProfile = (deps: Deps, actor: Actor, { id, personId, ...input }: NewMentorProfile) =>
  once(
    deps,
    deps.transact(actor, async (work) => {
      await demandOwn(work, personId);
      const values = { ...nothingSaid, ...mentorColumns(input), id, person_id: personId };
      return mentorProfiles.create(work, values as Parameters<typeof mentorProfiles.create>[1]);
    }),
  );

/** @throws Failure `owner-unknown` for the profile of somebody else */
export const changeMentorProfile = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MentorProfilePatch,
): Promise<MentorProfileTable> =>
  deps.transact(actor, async (work) => {
    await demandOwn(work, (await mentorProfiles.get(work.db, actor, id)).person_id);
    return mentorProfiles.update(work, id, seen, mentorColumns(patch));
  });

/** Takes a mentor's profile out of the lists, or back. @throws Failure `owner-unknown` for the profile of somebody else */
export const setMentorProfileAside = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<MentorProfileTable> =>
  deps.transact(actor, async (work) => {
    await demandOwn(work, (await mentorProfiles.get(work.db, actor, id)).person_id);
    return isAside ? mentorProfiles.archive(work, id, seen) : mentorProfiles.restore(work, id, seen);
  });

/** Says what somebody has to learn. @throws Failure `owner-unknown`, `profile-taken`, `reference-unknown` */
export const createMenteeProfile = (deps: Deps, actor: Actor, { id, personId, ...input }: NewMenteeProfile) =>
  once(
    deps,
    deps.transact(actor, async (work) => {
      await demandOwn(work, personId);
      await demandWish(work, input.wishId);
      const values = { ...nothingSaid, wish_id: null, ...menteeColumns(input), id, person_id: personId };
      return menteeProfiles.create(work, values as Parameters<typeof menteeProfiles.create>[1]);
    }),
  );

/** @throws Failure `reference-unknown` */
export const changeMenteeProfile = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MenteeProfilePatch,
): Promise<MenteeProfileTable> =>
  deps.transact(actor, async (work) => {
    await demandWish(work, patch.wishId);
    return menteeProfiles.update(work, id, seen, menteeColumns(patch));
  });
