import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { ClippedField } from '@milepost/contract/leads';
import type { DraftRecord } from '../drafts/draft.ts';
import { type MatchAnswer, unchecked } from '../matching/match-answer.ts';
import type { ClipChoice, ClippedLead } from '../outbox/clip.ts';
import type { OutboxItem } from '../outbox/outbox-item.ts';

/** A lead as the panel holds it: what the page said, what was typed over it, what the server knows, and where its saving stands. */
export type PanelLead = {
  key: string;
  found: LeadCandidate;
  draft: DraftRecord;
  lead: ClippedLead;
  /** `more` may be a lead but is never chosen beforehand: people only quoted or mentioned. */
  group: 'offered' | 'more';
  isTicked: boolean;
  match: MatchAnswer;
  /** A likely record is it: the lead joins that and makes no new one. Exact ones are joined in any case. */
  isJoined: boolean;
  /** Fields in which the page is right and the record is not. */
  replaced: readonly ClippedField[];
  item: OutboxItem | null;
};

/** Nothing was decided yet about what the CRM answered. */
export const undecided = { isJoined: false, replaced: [] } as const satisfies Partial<PanelLead>;

/** A kind of page with one subject offers its first lead; a list offers all of its rows. */
function isTickedAtFirst(reading: LeadReading, group: PanelLead['group'], index: number): boolean {
  if (group === 'more' || reading.pageKind === 'none') return false;
  return reading.pageKind === 'list' || index === 0;
}

export type Gathered = { reading: LeadReading; drafts: readonly DraftRecord[]; items: readonly OutboxItem[] };

/** All leads of a reading in one order: `leads`, then `more`. Drafts are expected in that order too. */
export function candidatesOf(reading: LeadReading): LeadCandidate[] {
  return [...reading.leads, ...reading.more];
}

/** Puts together what is known of each lead of a page. What was typed earlier wins over what the page says. */
export function panelLeadsOf({ reading, drafts, items }: Gathered): PanelLead[] {
  return candidatesOf(reading).flatMap((found, index) => {
    const draft = drafts[index];
    if (draft === undefined) return [];
    const group = index < reading.leads.length ? 'offered' : 'more';
    const item = items.find(({ clipId }) => clipId === draft.clipId) ?? null;
    const isTicked = item === null && (draft.lead !== null || isTickedAtFirst(reading, group, index));
    const lead = draft.lead ?? found;
    return [{ key: draft.leadKey, found, draft, lead, group, isTicked, match: unchecked, ...undecided, item }];
  });
}

/** Writes the server's answers (by clip id) beside the leads; what is out of sight is not chosen any more. */
export function withMatches(leads: readonly PanelLead[], answers: ReadonlyMap<string, MatchAnswer>): PanelLead[] {
  return leads.map((lead) => {
    const match = answers.get(lead.draft.clipId);
    if (match === undefined) return lead;
    const isSame = match.status === lead.match.status && match.record?.id === lead.match.record?.id;
    const decided = isSame ? { isJoined: lead.isJoined, replaced: lead.replaced } : undecided;
    return { ...lead, match, ...decided, isTicked: lead.isTicked && match.status !== 'known' };
  });
}

/** Writes beside each lead where its saving stands; what has been saved is not chosen any more. */
export function withItems(leads: readonly PanelLead[], items: readonly OutboxItem[]): PanelLead[] {
  return leads.map((lead) => {
    const item = items.find(({ clipId }) => clipId === lead.draft.clipId) ?? null;
    return { ...lead, item, isTicked: lead.isTicked && item === null };
  });
}

/** A lead of which nothing was found and nothing typed cannot be saved. */
export function isBlank({ lead }: PanelLead): boolean {
  const { name, company, emails, phones, profiles, websites } = lead;
  return name === null && company === null && [emails, phones, profiles, websites].every((list) => list.length === 0);
}

/** May this lead be ticked and saved? Not while it is in the queue, not when it is somebody else's, not when it is blank. */
export function canBeSaved(lead: PanelLead): boolean {
  return lead.item === null && lead.match.status !== 'known' && !isBlank(lead);
}

/** Does saving join this lead to a record the CRM has? */
export function joinsRecord({ match, isJoined }: PanelLead): boolean {
  return match.status === 'exact' || (match.status === 'likely' && isJoined);
}

/** What goes with a lead when it is sent: the record a person chose for it, and the fields it replaces there. */
export function choiceOf(lead: PanelLead): ClipChoice {
  const { match, replaced } = lead;
  const { record } = match;
  if (record === null || !joinsRecord(lead)) return {};
  // An exact one is found again at sending; it is named only where its fields are replaced: those of no other record are.
  const isNamed = match.status === 'likely' || replaced.length > 0;
  return {
    ...(isNamed ? { into: { kind: record.kind, id: record.id } } : {}),
    ...(replaced.length > 0 ? { replace: [...replaced] } : {}),
  };
}

/** What a lead is called in a list. */
export function titleOf({ lead }: PanelLead): string | null {
  return lead.name ?? lead.company ?? lead.emails[0]?.value ?? lead.phones[0]?.value ?? null;
}
