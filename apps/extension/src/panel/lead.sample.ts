import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { DraftRecord } from '../drafts/draft.ts';
import { draftIdOf } from '../drafts/draft.ts';
import { type MatchAnswer, unchecked } from '../matching/match-answer.ts';
import { clipIdOf } from '../outbox/clip-id.ts';
import { type PanelLead, undecided } from './panel-lead.ts';

/** A person as a reader finds one. */
export function samplePerson(name: string | null, changes: Partial<LeadCandidate> = {}): LeadCandidate {
  const email = `${(name ?? 'office').toLowerCase().replace(/\s+/g, '.')}@shop.example`;
  return {
    kind: 'person',
    name,
    title: 'Buyer',
    company: 'Shop',
    emails: [{ value: email }],
    phones: [{ value: '030 1234567', e164: '+49301234567', kind: 'tel' }],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [
      { field: 'email', value: email, raw: email, source: 'text', path: 'p:nth-child(1)', confidence: 0.7 },
      {
        field: 'email',
        value: email,
        raw: `mailto:${email}`,
        source: 'link',
        path: 'a:nth-child(1)',
        confidence: 0.98,
      },
      { field: 'phone', value: '030 1234567', raw: 'Tel. 030 1234567', source: 'label', path: 'p', confidence: 0.9 },
    ],
    ...changes,
  };
}

/** A reading with these people. */
export function sampleReading(people: LeadCandidate[], changes: Partial<LeadReading> = {}): LeadReading {
  return { leads: people, more: [], pageKind: people.length > 1 ? 'list' : 'person', failures: [], ...changes };
}

/** A draft of the page for the lead with this number. */
export function sampleDraft(number: number, changes: Partial<DraftRecord> = {}): DraftRecord {
  const leadKey = `person ${number}`;
  const url = 'https://shop.example/team';
  const clipId = clipIdOf({ nowMs: 1_700_000_000_000 + number, random: new Uint8Array(10) });
  return {
    id: draftIdOf(url, leadKey),
    url,
    leadKey,
    clipId,
    pageTitle: 'Team',
    lead: null,
    touchedAtMs: 0,
    ...changes,
  };
}

/** A lead in the panel, ticked and not yet compared. */
export function samplePanelLead(number: number, changes: Partial<PanelLead> = {}): PanelLead {
  const found = samplePerson(`Ada ${number}`);
  const draft = sampleDraft(number);
  const sample = {
    key: draft.leadKey,
    found,
    draft,
    lead: found,
    group: 'offered',
    isTicked: true,
    match: unchecked,
    ...undecided,
    item: null,
  };
  return { ...sample, ...changes } as PanelLead;
}

/** An answer of the CRM. */
export function sampleMatch(status: MatchAnswer['status'], label = 'Ada B.'): MatchAnswer {
  const record = status === 'exact' || status === 'likely' ? { kind: 'lead' as const, id: '1', label } : null;
  return { status, reasons: [], record, differences: [] };
}
