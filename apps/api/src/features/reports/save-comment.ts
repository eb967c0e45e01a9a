import type {
  EditionCommentPatch,
  EditionSubscriptionPatch,
  NewEditionComment,
  NewEditionSubscription,
} from '@milepost/contract/reports';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { EditionCommentTable, EditionSubscriptionTable } from '../../db/tables/reports.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { mailComment } from './mail-editions.ts';
import { editionComments, editionSubscriptions, editions } from './store.ts';

/** Says something about an edition in sight; its person is told. Every version of it stays in the change record. */
export const createComment = (deps: Deps, actor: Actor, { id, editionId, text }: NewEditionComment) =>
  deps.transact(actor, async (work) => {
    const there = await editionComments.find(work.db, actor, id);
    if (there) return { row: there, isNew: false };
    const edition = await editions.get(work.db, actor, editionId);
    const made = await editionComments.create(work, {
      ...{ id, edition_id: editionId, person_id: edition.person_id, by_id: actor.personId, text },
    });
    if (actor.personId !== edition.person_id) await mailComment(work, deps, edition, { id, text });
    return made;
  });

async function demandOwn(deps: Deps, actor: Actor, id: string): Promise<void> {
  const { by_id } = await editionComments.get(deps.db, actor, id);
  if (by_id === null || by_id !== actor.personId) throw new Failure('not-allowed');
}

/** Puts right what one said oneself. @throws Failure `not-allowed` */
export async function changeComment(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { text }: EditionCommentPatch,
): Promise<EditionCommentTable> {
  await demandOwn(deps, actor, id);
  return deps.transact(actor, (work) => editionComments.update(work, id, seen, text === undefined ? {} : { text }));
}

/** Takes back what one said oneself, or says it again. @throws Failure `not-allowed` */
export async function setCommentAside(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<EditionCommentTable> {
  await demandOwn(deps, actor, id);
  return deps.transact(actor, (work) =>
    isAside ? editionComments.archive(work, id, seen) : editionComments.restore(work, id, seen),
  );
}

/** Has editions sent to oneself: of somebody within reach, or of all whom one leads. @throws Failure `not-found`, `not-allowed` */
export const createSubscription = (deps: Deps, actor: Actor, { id, kind, aboutId }: NewEditionSubscription) =>
  deps.transact(actor, (work) => {
    if (actor.personId === null) throw new Failure('not-allowed');
    if (aboutId && !reaches(actor, aboutId)) throw new Failure('not-found');
    return editionSubscriptions.create(work, { id, person_id: actor.personId, kind, about_id: aboutId ?? null });
  });

export async function changeSubscription(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { kind }: EditionSubscriptionPatch,
): Promise<EditionSubscriptionTable> {
  await demandOwnSubscription(deps, actor, id);
  return deps.transact(actor, (work) =>
    editionSubscriptions.update(work, id, seen, kind === undefined ? {} : { kind }),
  );
}

/** A subscription is its reader's alone, also of those who lead them. @throws Failure `not-allowed` */
async function demandOwnSubscription(deps: Deps, actor: Actor, id: string): Promise<void> {
  const { person_id } = await editionSubscriptions.get(deps.db, actor, id);
  if (person_id !== actor.personId) throw new Failure('not-allowed');
}

/** Ends a subscription, or takes it up again. */
export async function setSubscriptionAside(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  isAside: boolean,
): Promise<EditionSubscriptionTable> {
  await demandOwnSubscription(deps, actor, id);
  return deps.transact(actor, (work) =>
    isAside ? editionSubscriptions.archive(work, id, seen) : editionSubscriptions.restore(work, id, seen),
  );
}
