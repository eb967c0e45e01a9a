import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../explain/why.ts';
import { explainScore } from './explain-score.ts';
import { type Cell, fieldOf } from './fields.ts';
import { foldsOf } from './folds.ts';
import { largestReasons, score } from './score.ts';
import { train } from './train.ts';

/** Numbers between 0 and 1 without a pattern, always the same. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Leads of which those from a fair and with long visits convert; the colour says nothing. */
function leads(count: number, seed = 7) {
  const next = numbers(seed);
  const records: Cell[][] = [];
  const outcomes: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const source = next() < 0.4 ? 'Fair' : next() < 0.5 ? 'Web' : 'Select';
    const minutes = next() < 0.1 ? null : Math.round(next() * 60);
    const colour = ['red', 'green', 'blue'][Math.floor(next() * 3)] as string;
    const logit = -2 + (source === 'Fair' ? 1.5 : 0) + (minutes === null ? 0 : minutes / 20);
    records.push([source, minutes, colour, `L-${at}`]);
    outcomes.push(next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
  }
  return { names: ['source', 'minutes', 'colour', 'number'], records, outcomes };
}

const trained = (count: number, seed?: number) => {
  const training = train(leads(count, seed));
  if (training.status !== 'ok') throw new Error(training.status);
  return training;
};

describe('a model learned from closed records', () => {
  const { model, report } = trained(1500);
  const chance = (source: string, minutes: number | null, colour = 'red') =>
    score(model, (name) => ({ source, minutes, colour })[name] ?? null);

  it('finds what made the difference, and is better than the rate of all on later records', () => {
    expect(report.triedBy).toBe('forward');
    expect(report.isBetterThanRate).toBe(true);
    expect(report.quality.logLoss).toBeLessThan(report.baseline.logLoss);
    expect(report.quality.auc).toBeGreaterThan(0.7);
    expect(report.quality.ece).toBeLessThan(0.06);
    expect(chance('Fair', 40).p).toBeGreaterThan(chance('Web', 40).p);
    expect(chance('Web', 50).p).toBeGreaterThan(chance('Web', 5).p);
    expect(largestReasons(chance('Fair', 55), 2).map(({ field }) => field)).toEqual(['minutes', 'source']);
  });

  it('leaves out what names the record, and takes a placeholder as a level like others', () => {
    expect(report.ignored).toEqual([{ name: 'number', because: 'identifier' }]);
    expect(model.fields.find(({ name }) => name === 'source')).toMatchObject({ levels: ['fair', 'web', 'select'] });
  });

  it('gives reasons that add up exactly, as a derivation too, whatever is asked', () => {
    const cell = fc.oneof(fc.constant(null), fc.string(), fc.double(), fc.constantFrom('Fair', 'WEB', '12', '1e9'));
    fc.assert(
      fc.property(cell, cell, cell, (source, minutes, colour) => {
        const given = score(model, (name) => ({ source, minutes, colour })[name] ?? null);
        expect(given.p).toBeGreaterThan(0);
        expect(given.p).toBeLessThan(1);
        expect(given.reasons.reduce((sum, { delta }) => sum + delta, given.base)).toBe(given.logit);
        const why = explainScore(given);
        expect(evaluate(why)).toBe(given.p);
        expect(why.value).toBe(given.p);
      }),
    );
  });

  it('is the same each time, and does not ask in which order the columns stand', () => {
    const again = leads(150);
    const first = train(again);
    if (first.status !== 'ok') throw new Error(first.status);
    expect(train(again)).toEqual(first);
    const turned = train({
      names: again.names.toReversed(),
      records: again.records.map((record) => record.toReversed()),
      outcomes: again.outcomes,
    });
    if (turned.status !== 'ok') throw new Error(turned.status);
    const cells = (name: string): Cell => ({ source: 'Fair', minutes: 30, colour: 'blue' })[name] ?? null;
    expect(score(turned.model, cells).p).toBeCloseTo(score(first.model, cells).p, 6);
  });

  it('gives everybody the same rate where nothing tells them apart, and says so', () => {
    const { names, records } = leads(1200);
    const next = numbers(99);
    const training = train({ names, records, outcomes: records.map(() => (next() < 0.4 ? 1 : 0)) });
    if (training.status !== 'ok') throw new Error(training.status);
    expect(training.report.isBetterThanRate).toBe(false);
    const ps = ['Fair', 'Web'].map((source) => score(training.model, (name) => (name === 'source' ? source : null)).p);
    expect(ps[0]).toBe(ps[1]);
    expect(ps[0]).toBeGreaterThan(0.35);
    expect(ps[0]).toBeLessThan(0.45);
  });

  it('stays finite where a word always wins', () => {
    const records = Array.from({ length: 200 }, (_, at): Cell[] => [at % 2 === 0 ? 'yes' : 'no']);
    const training = train({ names: ['word'], records, outcomes: records.map((_, at) => (at % 2 === 0 ? 1 : 0)) });
    if (training.status !== 'ok') throw new Error(training.status);
    const won = score(training.model, () => 'yes');
    expect(Number.isFinite(won.logit)).toBe(true);
    expect(won.p).toBeGreaterThan(0.9);
    expect(won.p).toBeLessThanOrEqual(0.995);
  });

  it('is not made from fewer than five of either outcome, and refuses lists of unequal lengths', () => {
    const { names, records } = leads(40);
    const outcomes = records.map((_, at) => (at < 4 ? 1 : 0));
    expect(train({ names, records, outcomes })).toEqual({ status: 'insufficientData', successes: 4, failures: 36 });
    expect(() => train({ names, records, outcomes: [1] })).toThrow(RangeError);
    expect(() => train({ names, records: [['a']], outcomes: [3] })).toThrow(RangeError);
  });
});

describe('what a column can teach', () => {
  const many = (of: (at: number) => Cell) => Array.from({ length: 300 }, (_, at) => of(at));

  it.each<[string, (at: number) => Cell, object]>([
    ['says always the same', () => 'No', { kind: 'ignored', because: 'constant' }],
    ['names the record', (at) => `A-${at * 7}`, { kind: 'ignored', because: 'identifier' }],
    ['holds free text', (at) => `called ${at} times`, { kind: 'ignored', because: 'free-text' }],
    ['counts on with time', (at) => 5000 + 3 * at, { kind: 'ignored', because: 'clock' }],
    ['has dates in either order', (at) => `0${1 + (at % 9)}/0${1 + (at % 7)}/2025`, { because: 'ambiguous-date' }],
    ['has dates', (at) => `2025-0${1 + (at % 9)}-1${at % 9}`, { kind: 'date', order: 'ymd', hasMonths: false }],
    ['has days first', (at) => `${10 + (at % 19)}.0${1 + (at % 9)}.202${4 + (at % 2)}`, { kind: 'date', order: 'dmy' }],
    ['has numbers', (at) => `${(at * 37) % 101}.5`, { kind: 'number', isLog: false }],
    ['has amounts', (at) => (at % 10 === 0 ? 90_000 + at : at % 7), { kind: 'number', isLog: true }],
    ['has words', (at) => (at % 3 === 0 ? ' Google ' : 'google'), { kind: 'category', levels: ['google'] }],
  ])('that %s', (_, of, expected) => {
    const cells = of(0) === ' Google ' ? [...many(of), null] : many(of);
    expect(fieldOf('column', cells)).toMatchObject(expected);
  });
});

describe('the folds on which a model is tried', () => {
  it('ask about what came later, where there are enough in the order of time', () => {
    const { outcomes } = leads(1200);
    const { by, folds } = foldsOf(outcomes);
    expect(by).toBe('forward');
    for (const { learn, asked } of folds) expect(Math.max(...learn)).toBeLessThan(Math.min(...asked));
    expect(folds.flatMap(({ asked }) => asked)).toEqual(Array.from({ length: 600 }, (_, at) => 600 + at));
  });

  it('are shuffled where rows were sorted by outcome or are few, and every row is asked about in each round', () => {
    const sorted = Array.from({ length: 1500 }, (_, at) => (at < 700 ? 0 : 1));
    for (const { by, folds } of [foldsOf(sorted), foldsOf(leads(60).outcomes)]) {
      expect(by).toBe('shuffled');
      const all = folds.reduce((sum, { learn, asked }) => Math.max(sum, learn.length + asked.length), 0);
      expect(folds.flatMap(({ asked }) => asked)).toHaveLength(4 * all);
      for (const { learn, asked } of folds) expect(learn.filter((at) => asked.includes(at))).toEqual([]);
    }
  });
});
