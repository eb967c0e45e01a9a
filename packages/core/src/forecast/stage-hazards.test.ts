import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PipelineOpportunity, pipelineForecast } from './pipeline-forecast.ts';
import { type Spell, stageHazards, winBy, winsBy } from './stage-hazards.ts';

const spell = (stage: string, fromAge: number, toAge: number, end: Spell['end']): Spell => ({
  stage,
  fromAge,
  toAge,
  end,
});

describe('the chance of a win in time', () => {
  it('without moves is one minus what is still open, shared out by the hazards', () => {
    const spells = Array.from({ length: 400 }, (_, at) =>
      spell('a', 0, 5, { kind: at % 4 === 0 ? 'won' : at % 4 === 1 ? 'lost' : 'open' }),
    );
    const hazards = stageHazards(spells);
    const { win, lose } = hazards.chances('a', 2);
    expect(win).toBeCloseTo(100 / 2000, 10);
    expect(lose).toBeCloseTo(100 / 2000, 10);
    const expected = (win / (win + lose)) * (1 - (1 - win - lose) ** 3);
    expect(winBy('a', { age: 0, horizon: 3 }, hazards)).toBeCloseTo(expected, 10);
  });

  it('goes through the stages that are still to come', () => {
    const spells = [
      ...Array.from({ length: 200 }, () => spell('early', 0, 4, { kind: 'moved', to: 'late' })),
      ...Array.from({ length: 200 }, () => spell('late', 4, 6, { kind: 'won' })),
    ];
    const hazards = stageHazards(spells);
    expect(winBy('early', { age: 0, horizon: 1 }, hazards)).toBeLessThan(0.05);
    expect(winBy('early', { age: 0, horizon: 60 }, hazards)).toBeGreaterThan(0.9);
    expect(winBy('late', { age: 4, horizon: 10 }, hazards)).toBeGreaterThan(
      winBy('early', { age: 4, horizon: 10 }, hazards),
    );
    expect(winBy('never seen', { age: 4, horizon: 10 }, hazards)).toBeGreaterThan(0);
  });

  it('refuses ages that run backwards', () => {
    expect(() => stageHazards([spell('a', 5, 3, { kind: 'won' })])).toThrow(RangeError);
    expect(() => winsBy({ stage: 'a', age: 0 }, -1, stageHazards([]))).toThrow(RangeError);
  });

  it('by law never falls with time and stays a chance', () => {
    const spells = fc.array(
      fc.record({
        stage: fc.constantFrom('a', 'b'),
        fromAge: fc.integer({ min: 0, max: 100 }),
        length: fc.integer({ min: 0, max: 100 }),
        end: fc.constantFrom<Spell['end']>(
          { kind: 'open' },
          { kind: 'won' },
          { kind: 'lost' },
          { kind: 'moved', to: 'b' },
        ),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(spells, fc.integer({ min: 0, max: 200 }), (some, age) => {
        const hazards = stageHazards(some.map(({ length, ...one }) => ({ ...one, toAge: one.fromAge + length })));
        const chances = winsBy({ stage: 'a', age }, 60, hazards);
        expect(chances.every((chance, at) => chance >= (chances[at - 1] ?? 0) && chance <= 1)).toBe(true);
      }),
    );
  });
});

describe('what a pipeline brings', () => {
  const deals: PipelineOpportunity[] = Array.from({ length: 300 }, (_, at) => ({
    id: `d${String(at).padStart(3, '0')}`,
    createdOn: at,
    outcome: at % 2 === 0 ? 'won' : 'lost',
    closedOn: at + 20,
    amount: 100,
  }));

  it('is open deals by their hazards and those still to come', () => {
    const said = pipelineForecast(deals, { asOf: 200, horizon: 60 });
    if (said.status !== 'ok') throw new Error('There are wins enough.');
    expect(said.open).toHaveLength(20);
    expect(said.newPerDay).toBeCloseTo(1, 10);
    // One deal a day, half of them won after 20 days: 30 wins in 60 days.
    expect((said.expectedOpen + said.expectedNew) / 3000).toBeGreaterThan(0.85);
    expect((said.expectedOpen + said.expectedNew) / 3000).toBeLessThan(1.15);
  });

  it('does not know what closed later: deals that end otherwise after the day change nothing', () => {
    const other = deals.map(
      (deal): PipelineOpportunity => ((deal.closedOn ?? 0) > 200 ? { ...deal, outcome: 'lost', closedOn: 900 } : deal),
    );
    expect(pipelineForecast(other, { asOf: 200, horizon: 60 })).toEqual(
      pipelineForecast(deals, { asOf: 200, horizon: 60 }),
    );
  });

  it('takes the mean of the deals won where nobody has said an amount, and says so', () => {
    const unsaid = deals.map((deal) => ({ ...deal, isAmountKnownOpen: false }));
    const said = pipelineForecast(unsaid, { asOf: 200, horizon: 60 });
    if (said.status !== 'ok') throw new Error('There are wins enough.');
    expect(said.open.every(({ isAmountAssumed, amount }) => isAmountAssumed && amount === 100)).toBe(true);
  });

  it('is not told from a handful of wins', () => {
    expect(pipelineForecast(deals, { asOf: 40, horizon: 60 })).toEqual({
      status: 'insufficientData',
      won: 11,
      need: 20,
    });
  });
});
