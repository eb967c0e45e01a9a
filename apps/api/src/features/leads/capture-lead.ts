import type { ClipOutcome, NewClip } from '@milepost/contract/leads';
import { decideCapture, type Lookalike } from '@milepost/core/leads/decide-capture';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import { isInSight } from '../../db/sight-store.ts';
import type { ClipTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { accountColumns, accounts } from '../accounts/store.ts';
import { contactColumns, contacts } from '../contacts/store.ts';
import { type CapturedFields, capturedFields, identityOfCapture, phoneKeys } from './captured-fields.ts';
import { lookalikesOf } from './lookalikes-store.ts';
import { blankLead, clips, leadColumns, leads } from './store.ts';

/** What became of a clip, once and for all. */
const outcomeOf = async (
  work: Work,
  clip: Pick<ClipTable, 'outcome' | 'record_kind' | 'record_id'>,
): Promise<ClipOutcome> => {
  const { outcome, record_kind: kind, record_id: id } = clip;
  if (!kind || !id || !(await isInSight(work.db, work.actor, kind, id)))
    return { outcome: outcome === 'created' ? 'created' : 'known', record: null, leadId: null };
  const label = nameOf((await namesOf(work.db, work.actor, { [kind]: [id] }))[kind], id)?.name ?? '';
  return { outcome, record: { kind, id, label }, leadId: kind === 'lead' ? id : null };
};

/** Fills what the record lacks; what it says already stays as it is. */
async function fillGaps(work: Work, record: Lookalike, fields: CapturedFields): Promise<void> {
  const { country } = work.actor.organisation;
  const missing = <K extends keyof CapturedFields>(row: Record<K, unknown>, keys: readonly K[]) =>
    Object.fromEntries(
      keys.filter((key) => row[key] === null && fields[key] !== null).map((key) => [key, fields[key]]),
    );
  if (record.kind === 'lead') {
    const row = await leads.get(work.db, work.actor, record.id);
    await leads.update(
      work,
      row.id,
      row.version,
      leadColumns(missing(row, ['title', 'company', 'email', 'phone', 'website', 'address']), country),
      { action: 'merged' },
    );
  } else if (record.kind === 'contact') {
    const row = await contacts.get(work.db, work.actor, record.id);
    await contacts.update(
      work,
      row.id,
      row.version,
      contactColumns(missing(row, ['title', 'email', 'phone']), country),
      { action: 'merged' },
    );
  } else {
    const row = await accounts.get(work.db, work.actor, record.id);
    await accounts.update(
      work,
      row.id,
      row.version,
      accountColumns(missing(row, ['email', 'phone', 'website', 'address']), country),
      { action: 'merged' },
    );
  }
}

/**
 * Takes a clip, once: the same clip id again is answered with what became of it the first time. Captures of one organisation
 * come one after the other, so that two tabs, or two people, who save the same person at once make one record.
 */
export const captureLead = (
  deps: Deps,
  actor: Actor,
  { clipId, page, lead }: NewClip,
): Promise<ClipOutcome & { isNew: boolean }> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`capture ${actor.orgId}`)?.execute(work.db);
    const before = await clips.find(work.db, actor.orgId, clipId);
    if (before) {
      if (before.person_id !== actor.personId) throw new Failure('id-taken');
      return { ...(await outcomeOf(work, before)), isNew: false };
    }
    const identity = identityOfCapture({
      ...lead,
      emails: lead.emails.map((email) => email.value),
      phones: phoneKeys(lead),
    });
    const decision = decideCapture(identity, await lookalikesOf(work.db, actor, identity));
    const fields = capturedFields(lead, page.title);
    const clip = { id: clipId, taken_at: page.takenAt, page_url: page.url, page_title: page.title, lead: toJson(lead) };
    const done = async (result: Pick<ClipTable, 'outcome' | 'record_kind' | 'record_id'>) => {
      await clips.record(work, { ...clip, ...result });
      return { ...(await outcomeOf(work, result)), isNew: true };
    };
    if (decision.outcome === 'known') return done({ outcome: 'known', record_kind: null, record_id: null });
    if (decision.outcome === 'merged') {
      await fillGaps(work, decision.record, fields);
      return done({ outcome: 'merged', record_kind: decision.record.kind, record_id: decision.record.id });
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
    return done({ outcome: 'created', record_kind: 'lead', record_id: row.id });
  });
