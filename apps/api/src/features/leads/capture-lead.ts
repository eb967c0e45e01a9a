import type { ClipOutcome, NewClip } from '@milepost/contract/leads';
import { decideCapture } from '@milepost/core/leads/decide-capture';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ClipTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { capturedFields, identityOfCapture, phoneKeys } from './captured-fields.ts';
import { joinRecord } from './join-record.ts';
import { logMail, mailStateOf } from './log-mail.ts';
import { lookalikesOf } from './lookalikes-store.ts';
import { blankLead, clips, leadColumns, leads } from './store.ts';

type Result = Pick<ClipTable, 'outcome' | 'record_kind' | 'record_id'>;

/** What became of a clip, once and for all. */
const outcomeOf = async (work: Work, clip: Result): Promise<Pick<ClipOutcome, 'outcome' | 'record' | 'leadId'>> => {
  const { outcome, record_kind: kind, record_id: id } = clip;
  if (!kind || !id || !(await isInSight(work.db, work.actor, kind, id)))
    return { outcome: outcome === 'created' ? 'created' : 'known', record: null, leadId: null };
  const label = nameOf((await namesOf(work.db, work.actor, { [kind]: [id] }))[kind], id)?.name ?? '';
  return { outcome, record: { kind, id, label }, leadId: kind === 'lead' ? id : null };
};

/** New, merged or known: what the lookalikes say, or the record that a person chose. */
async function decisionOf(work: Work, { lead, into }: NewClip) {
  if (into) {
    if (!(await isInSight(work.db, work.actor, into.kind, into.id)))
      throw new Failure('reference-unknown', fieldIssue('/into', 'unknown', 'no such record in your sight'));
    return { outcome: 'merged', record: into } as const;
  }
  const emails = lead.emails.map((email) => email.value);
  const identity = identityOfCapture({ ...lead, emails, phones: phoneKeys(lead) });
  return decideCapture(identity, await lookalikesOf(work.db, work.actor, identity));
}

async function takeClip(work: Work, clip: NewClip): Promise<Result> {
  const { clipId, page, lead, replace = [] } = clip;
  const { actor } = work;
  const decision = await decisionOf(work, clip);
  const fields = capturedFields(lead, page.title);
  if (decision.outcome === 'known') return { outcome: 'known', record_kind: null, record_id: null };
  if (decision.outcome === 'merged') {
    const { kind, id } = decision.record;
    await joinRecord(work, { kind, id }, fields, replace);
    return { outcome: 'merged', record_kind: kind, record_id: id };
  }
  // The clip's own id names the lead: nothing else could make it twice.
  const values = {
    ...blankLead,
    ...leadColumns({ ...fields, kind: lead.kind, ownerId: actor.personId }, actor.organisation.country),
    id: clipId,
    status: 'new',
    source: 'clip',
    provenance: toJson(lead.provenance.map((entry) => ({ ...entry, page }))),
  };
  const { row } = await leads.create(work, values as Parameters<typeof leads.create>[1]);
  return { outcome: 'created', record_kind: 'lead', record_id: row.id };
}

/**
 * Takes a clip, once: the same clip id again is answered with what became of it the first time. Captures of one organisation
 * come one after the other, so that two tabs, or two people, who save the same person at once make one record.
 */
export const captureLead = (deps: Deps, actor: Actor, clip: NewClip): Promise<ClipOutcome & { isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`capture ${actor.orgId}`)?.execute(work.db);
    const { clipId: id, page, lead, mail } = clip;
    const before = await clips.find(work.db, actor.orgId, id);
    if (before) {
      if (before.person_id !== actor.personId) throw new Failure('id-taken');
      const told = mail ? await mailStateOf(work, mail) : null;
      return { ...(await outcomeOf(work, before)), setId: null, mail: told, isNew: false };
    }
    const result = await takeClip(work, clip);
    const origin = { taken_at: page.takenAt, page_url: page.url, page_title: page.title, lead: toJson(lead) };
    await clips.record(work, { id, ...origin, ...result });
    const outcome = await outcomeOf(work, result);
    const told = mail ? await logMail(work, mail, outcome.record) : null;
    const hasChanged = result.outcome !== 'known' || told?.state === 'logged';
    return { ...outcome, setId: hasChanged ? work.setId : null, mail: told, isNew: true };
  });
