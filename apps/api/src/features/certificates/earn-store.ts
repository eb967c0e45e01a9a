import { randomBytes } from 'node:crypto';
import { expiresOn } from '@milepost/core/certificates/expiry';
import { awardOn } from '@milepost/core/certificates/goal';
import type { AwardTable } from '../../db/tables/growth.ts';
import type { Work } from '../../db/work.ts';
import { awards, certificates, validityOf } from './store.ts';

/** What a signature adds: who, when, until when it holds, and the address by which anybody can verify it. */
export async function signed(work: Work, row: AwardTable): Promise<Partial<AwardTable>> {
  const certificate = await certificates.get(work.db, work.actor, row.certificate_id);
  const validity = validityOf(certificate);
  const earlier = (await awards.confirmedOf(work.db, work.actor.orgId, [row.person_id]))
    .filter(({ id, certificate_id }) => certificate_id === row.certificate_id && id !== row.id)
    .map((one) => ({ completedOn: one.completed_on, expiresOn: one.expires_on }));
  const previous = awardOn(earlier, row.completed_on)?.expiresOn ?? null;
  return {
    ...{ state: 'confirmed', signed_by_id: work.actor.personId, signed_at: work.at, reason: null },
    expires_on: validity === null ? null : expiresOn(validity, row.completed_on, previous),
    verify_code: row.verify_code ?? randomBytes(24).toString('base64url'),
  };
}

/** Gives somebody what a passed quiz certifies: the attempt is the evidence, and nobody has to sign for it. */
export async function earnAward(
  work: Work,
  {
    personId,
    certificateId,
    attemptId,
    completedOn,
  }: { personId: string; certificateId: string; attemptId: string; completedOn: string },
): Promise<AwardTable> {
  const earned = {
    ...{ id: work.newId(), person_id: personId, certificate_id: certificateId, completed_on: completedOn },
    ...{ evidence: 'quiz', attempt_id: attemptId, link: null, activity_id: null, opportunity_id: null, note: null },
    ...{ signed_by_id: null, signed_at: null, reason: null, expires_on: null, reminded: null, verify_code: null },
    state: 'handed-in',
  } as AwardTable;
  const values = { ...earned, ...(await signed(work, earned)), signed_by_id: null };
  return (await awards.create(work, values as Parameters<typeof awards.create>[1])).row;
}
