import type { AwardView, CertificateView } from '@milepost/contract/certificates';
import { standingOn } from '@milepost/core/certificates/expiry';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { AwardTable, CertificateTable } from '../../db/tables/growth.ts';
import { awards, certificates } from './store.ts';

export const certificateViews = async (
  _: Db,
  __: Actor,
  rows: readonly CertificateTable[],
): Promise<CertificateView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    ...{ name: row.name, issuer: row.issuer, about: row.about, link: row.link, mode: row.mode },
    ...{ months: row.months, leastMonths: row.least_months, baseOn: row.base_on, windowMonths: row.window_months },
  }));

/** May the actor sign for this award? Whoever leads its holder, and never the holder. */
export const maySign = (actor: Actor, personId: string): boolean =>
  actor.role !== 'rep' && actor.personId !== null && actor.personId !== personId && reaches(actor, personId);

/** Awards as they are told on a day. */
export const awardViewsOn =
  (day: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly AwardTable[]): Promise<AwardView[]> => {
    const names = await namesOf(db, actor, {
      person: rows.flatMap((row) => [row.person_id, row.signed_by_id]),
      certificate: rows.map((row) => row.certificate_id),
      opportunity: rows.map((row) => row.opportunity_id),
    });
    const subjects = await awards.visitsNamed(
      db,
      actor,
      rows.flatMap(({ activity_id }) => activity_id ?? []),
    );
    const windows = new Map((await certificates.all(db, actor.orgId)).map((row) => [row.id, row.window_months]));
    return rows.map((row) => ({
      ...recordFields(row),
      ...{ personId: row.person_id, person: nameOf(names.person, row.person_id) },
      ...{ certificateId: row.certificate_id, certificate: nameOf(names.certificate, row.certificate_id) },
      ...{ completedOn: row.completed_on, evidence: row.evidence, link: row.link, note: row.note },
      ...{ activityId: row.activity_id, activity: nameOf(subjects, row.activity_id) },
      attemptId: row.attempt_id,
      ...{ opportunityId: row.opportunity_id, opportunity: nameOf(names.opportunity, row.opportunity_id) },
      ...{ state: row.state, signedBy: nameOf(names.person, row.signed_by_id), signedAt: row.signed_at },
      ...{ reason: row.reason, expiresOn: row.expires_on },
      standing:
        row.state === 'confirmed' ? standingOn(row.expires_on, windows.get(row.certificate_id) ?? 0, day(actor)) : null,
      verifyPath: row.verify_code === null ? null : `/verify/${row.verify_code}`,
      maySign: row.state === 'handed-in' && maySign(actor, row.person_id),
    }));
  };
