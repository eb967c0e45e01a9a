import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../outbox/outbox-item.ts';
import { sampleDraft, sampleMatch, samplePanelLead, samplePerson, sampleReading } from './lead.sample.ts';
import { canBeSaved, panelLeadsOf, titleOf, withItems, withMatches } from './panel-lead.ts';

const ticks = (leads: readonly { isTicked: boolean }[]) => leads.map((lead) => lead.isTicked);
const sent = (clipId: string): OutboxItem => ({
  state: 'sent',
  clipId,
  label: 'Ada',
  sentAtMs: 0,
  outcome: 'created',
  record: null,
  mail: null,
  undo: null,
});

describe('what is chosen when a page has been read', () => {
  const people = [samplePerson('Ada'), samplePerson('Bob')];
  const drafts = [sampleDraft(1), sampleDraft(2), sampleDraft(3)];

  it('is everybody on a list', () => {
    expect(ticks(panelLeadsOf({ reading: sampleReading(people), drafts, items: [] }))).toEqual([true, true]);
  });

  it('is the first choice on a page about one person', () => {
    const reading = sampleReading(people, { pageKind: 'person' });
    expect(ticks(panelLeadsOf({ reading, drafts, items: [] }))).toEqual([true, false]);
  });

  it('is nobody on a page without leads, and never a person only mentioned', () => {
    const none = sampleReading(people, { pageKind: 'none' });
    expect(ticks(panelLeadsOf({ reading: none, drafts, items: [] }))).toEqual([false, false]);
    const quoted = sampleReading(people, { more: [samplePerson('Eve')] });
    expect(ticks(panelLeadsOf({ reading: quoted, drafts, items: [] }))).toEqual([true, true, false]);
  });

  it('leaves out what was saved already and shows what was typed before', () => {
    const typed = sampleDraft(2, { lead: samplePerson('Robert') });
    const items = [sent(sampleDraft(1).clipId)];
    const leads = panelLeadsOf({ reading: sampleReading(people), drafts: [sampleDraft(1), typed], items });
    expect(ticks(leads)).toEqual([false, true]);
    expect(leads.map(titleOf)).toEqual(['Ada', 'Robert']);
  });
});

describe('what the CRM answers', () => {
  it('takes the tick from a lead that belongs to somebody out of sight', () => {
    const leads = [samplePanelLead(1), samplePanelLead(2)];
    const answers = new Map([
      [leads[0]?.draft.clipId ?? '', sampleMatch('known')],
      [leads[1]?.draft.clipId ?? '', sampleMatch('exact')],
    ]);
    expect(ticks(withMatches(leads, answers))).toEqual([false, true]);
    expect(withMatches(leads, answers).map(canBeSaved)).toEqual([false, true]);
  });
});

describe('what can be saved', () => {
  it('is not what is in the queue, and not an empty card', () => {
    const lead = samplePanelLead(1);
    expect(withItems([lead], [sent(lead.draft.clipId)]).map(canBeSaved)).toEqual([false]);
    const blank = samplePerson(null, { company: null, emails: [], phones: [], provenance: [] });
    expect(canBeSaved(samplePanelLead(1, { lead: blank }))).toBe(false);
  });
});
