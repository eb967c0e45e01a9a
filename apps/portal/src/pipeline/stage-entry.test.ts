import { describe, expect, it } from 'vitest';
import { moveTo } from './stage-entry.ts';

const stage = (id: string, category: 'open' | 'won' | 'lost') => ({ id, name: id, category, winProbability: 0.5 });
const open = { stage: stage('proposal', 'open'), amountMinor: null, closedOn: null, lostReason: null };
const said = { closedOn: '2026-03-16', amountMinor: 5000, lostReason: 'price' };

describe('a move to another stage', () => {
  it('that is open says the stage alone, and back what closed it', () => {
    const lost = { ...open, stage: stage('lost', 'lost'), closedOn: '2026-03-01', lostReason: 'price' };
    expect(moveTo(lost, stage('proposal', 'open'), said)).toEqual({
      patch: { stageId: 'proposal' },
      back: { stageId: 'lost', closedOn: '2026-03-01', lostReason: 'price' },
    });
  });

  it('that is won says the day, and the amount only where nobody had said it', () => {
    const back = { stageId: 'proposal', closedOn: null, lostReason: null };
    expect(moveTo(open, stage('won', 'won'), said)).toEqual({
      patch: { stageId: 'won', closedOn: '2026-03-16', amountMinor: 5000 },
      back: { ...back, amountMinor: null },
    });
    expect(moveTo({ ...open, amountMinor: 0 }, stage('won', 'won'), said)).toEqual({
      patch: { stageId: 'won', closedOn: '2026-03-16' },
      back,
    });
  });

  it('that is lost says the reason; nobody knows is not known', () => {
    expect(moveTo(open, stage('lost', 'lost'), { ...said, lostReason: null }).patch).toEqual({
      stageId: 'lost',
      closedOn: '2026-03-16',
      lostReason: null,
    });
  });
});
