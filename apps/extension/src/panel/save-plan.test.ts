import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../outbox/outbox-item.ts';
import { sampleMatch, samplePanelLead } from './lead.sample.ts';
import { progressOf, savePlanOf, tallyOf } from './save-plan.ts';

const fresh = { isStale: false };
const item = (state: string) => ({ state }) as OutboxItem;

describe('what Enter does', () => {
  it('saves what is chosen', () => {
    const leads = [samplePanelLead(1), samplePanelLead(2, { isTicked: false })];
    expect(savePlanOf(leads, fresh)).toEqual({ kind: 'ready', action: 'save', leads: [leads[0]] });
  });

  it('adds to the record when the only lead is in the CRM already', () => {
    const lead = samplePanelLead(1, { match: sampleMatch('exact') });
    expect(savePlanOf([lead], fresh)).toMatchObject({ action: 'add' });
    const likely = samplePanelLead(1, { match: sampleMatch('likely') });
    expect(savePlanOf([likely], fresh)).toMatchObject({ action: 'save' });
  });

  it('does nothing while another page is on screen', () => {
    expect(savePlanOf([samplePanelLead(1)], { isStale: true })).toEqual({ kind: 'hindered', why: 'page-changed' });
  });

  it('says why nothing can be saved', () => {
    const why = (...leads: ReturnType<typeof samplePanelLead>[]) => savePlanOf(leads, fresh);
    expect(why(samplePanelLead(1, { match: sampleMatch('known') }))).toMatchObject({ why: 'known-elsewhere' });
    expect(why(samplePanelLead(1, { item: item('queued') }))).toMatchObject({ why: 'already-saved' });
    const two = [samplePanelLead(1, { isTicked: false }), samplePanelLead(2, { isTicked: false })];
    expect(why(...two)).toMatchObject({ why: 'nothing-chosen' });
    expect(why(...two.map((lead) => ({ ...lead, item: item('sent') })))).toMatchObject({ why: 'already-saved' });
  });
});

describe('the headline of a list', () => {
  it('reads 17 people, 15 new', () => {
    const known = [sampleMatch('exact'), sampleMatch('known')];
    const leads = Array.from({ length: 17 }, (_, at) =>
      samplePanelLead(at, { match: known[at] ?? sampleMatch('none') }),
    );
    expect(tallyOf(leads)).toEqual({ of: 'people', total: 17, fresh: 15 });
    expect(savePlanOf(leads, fresh)).toMatchObject({ leads: { length: 16 } });
  });

  it('counts what was just saved as new no longer', () => {
    const match = sampleMatch('none');
    expect(tallyOf([samplePanelLead(1, { match }), samplePanelLead(2, { match, item: item('sent') })])).toMatchObject({
      total: 2,
      fresh: 1,
    });
  });

  it('does not say how many are new before the CRM has answered', () => {
    expect(tallyOf([samplePanelLead(1)])).toEqual({ of: 'people', total: 1, fresh: null });
  });
});

describe('how far saving has come', () => {
  it('counts as saved only what the server has', () => {
    const states = ['sent', 'queued', 'queued', 'needs-you'].map((state, at) =>
      samplePanelLead(at, { item: item(state) }),
    );
    expect(progressOf(states)).toEqual({ sent: 1, queued: 2, needsYou: 1 });
  });
});
