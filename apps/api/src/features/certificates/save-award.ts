import type { AwardPatch, AwardVerdict, NewAward } from '@milepost/contract/certificates';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { AwardTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { activities } from '../activities/store.ts';
import { people } from '../people/store.ts';
import { opportunities } from '../pipeline/store.ts';
import { signed } from './earn-store.ts';
import { awards, certificates } from './store.ts';
import { maySign } from './views.ts';

const refuse = (path: string, code: string, message: string): never => {
  throw new Failure('invalid-input', fieldIssue(path, code, message));
};

/** A document has an address; an observation names a visit or deal that the asker sees, and that was not later than the award. */
async function demandEvidence(work: Work, row: AwardTable, today: string): Promise<void> {
  if (row.completed_on > today) refuse('/completedOn', 'in-future', row.completed_on);
  if (row.evidence === 'link') {
    if (row.link === null) refuse('/link', 'missing', 'where the document is');
    return;
  }
  if (row.activity_id === null && row.opportunity_id === null)
    refuse('/activityId', 'missing', 'the visit or the deal that was watched');
  if (row.activity_id !== null && !(await activities.find(work.db, work.actor, row.activity_id)))
    refuse('/activityId', 'unknown', 'no such visit');
  if (row.opportunity_id !== null && !(await opportunities.find(work.db, work.actor, row.opportunity_id)))
    refuse('/opportunityId', 'unknown', 'no such deal');
}

const evidenceColumns = ({ completedOn, activityId, opportunityId, ...same }: AwardPatch): Partial<AwardTable> => ({
  ...same,
  ...(completedOn === undefined ? {} : { completed_on: completedOn }),
  ...(activityId === undefined ? {} : { activity_id: activityId }),
  ...(opportunityId === undefined ? {} : { opportunity_id: opportunityId }),
});

/**
 * Hands in that somebody was certified, with the evidence. One's own waits for the signature of who leads one; what a manager enters for
 * one of theirs is signed by that.
 * @throws Failure `not-found`, `invalid-input`
 */
export const createAward = (deps: Deps, actor: Actor, input: NewAward) =>
  deps.transact(actor, async (work) => {
    const { id, personId, certificateId, ...evidence } = input;
    if (!reaches(actor, personId)) throw new Failure('not-found');
    await people.get(work.db, actor, personId);
    if (!(await certificates.find(work.db, actor, certificateId)))
      refuse('/certificateId', 'unknown', 'no such certificate');
    const handedIn = {
      ...{ id, person_id: personId, certificate_id: certificateId, state: 'handed-in' },
      ...{ link: null, activity_id: null, opportunity_id: null, attempt_id: null, note: null },
      ...{ signed_by_id: null, signed_at: null, reason: null, expires_on: null, reminded: null, verify_code: null },
      ...evidenceColumns(evidence),
    } as AwardTable;
    await demandEvidence(work, handedIn, deps.clock.today(actor.organisation.timeZone));
    const values = maySign(actor, personId) ? { ...handedIn, ...(await signed(work, handedIn)) } : handedIn;
    return awards.create(work, values as Parameters<typeof awards.create>[1]);
  });

/** Corrects the evidence while nobody has signed; what was refused is handed in again by it. @throws Failure `not-allowed` */
export const changeAward = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: AwardPatch,
): Promise<AwardTable> =>
  deps.transact(actor, async (work) => {
    const before = await awards.get(work.db, actor, id);
    if (before.state === 'confirmed' || before.person_id !== actor.personId) throw new Failure('not-allowed');
    const columns = { ...evidenceColumns(patch), state: 'handed-in' as const, reason: null };
    await demandEvidence(work, { ...before, ...columns }, deps.clock.today(actor.organisation.timeZone));
    return awards.update(work, id, seen, columns);
  });

/** Signs for an award, or refuses it with the reason. Never one's own. @throws Failure `not-allowed`, `invalid-input` */
export const decideAward = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { verdict, reason = null }: AwardVerdict,
): Promise<AwardTable> =>
  deps.transact(actor, async (work) => {
    const row = await awards.get(work.db, actor, id);
    if (!maySign(actor, row.person_id)) throw new Failure('not-allowed');
    if (row.state !== 'handed-in') refuse('/verdict', 'decided', row.state);
    if (verdict === 'refused' && !reason?.trim()) refuse('/reason', 'missing', 'why it is refused');
    const columns =
      verdict === 'confirmed'
        ? await signed(work, row)
        : { state: 'refused' as const, reason, signed_by_id: actor.personId, signed_at: work.at };
    return awards.update(work, id, seen, columns, { action: verdict });
  });

/** A confirmed award is taken away by who may sign it, any other by its holder. @throws Failure `not-allowed` */
async function demandMayArchive(work: Work, id: string): Promise<void> {
  const row = await awards.get(work.db, work.actor, id);
  const isOwn = row.person_id === work.actor.personId && row.state !== 'confirmed';
  if (!isOwn && !maySign(work.actor, row.person_id)) throw new Failure('not-allowed');
}

export const archiveAward = (deps: Deps, actor: Actor, id: string, seen: number): Promise<AwardTable> =>
  deps.transact(actor, async (work) => {
    await demandMayArchive(work, id);
    return awards.archive(work, id, seen);
  });

export const restoreAward = (deps: Deps, actor: Actor, id: string, seen: number): Promise<AwardTable> =>
  deps.transact(actor, async (work) => {
    await demandMayArchive(work, id);
    return awards.restore(work, id, seen);
  });
