import { describe, expect, it } from 'vitest';
import { record } from '../explain/derive.ts';
import { evaluate, isConstant, misstated } from '../explain/why.ts';
import { vertices } from '../lp/testing-vertices.ts';
import { mixModel } from './mix-model.ts';
import { limitOf, type MixSpec, ruleId, rulesOf, withLimit } from './mix-spec.ts';
import { shareToDate } from './mix-to-date.ts';
import { easeBindingRules, easeRule, hoursWhy, marginWhy, revenueWhy } from './mix-why.ts';
import { roleOfClass, roleOfLine } from './role-of-class.ts';
import { type BestMix, solveMix } from './solve-mix.ts';
import { planOf } from './testing-mix.ts';
import { whatGives } from './what-gives.ts';

const best = async (spec: MixSpec): Promise<BestMix> => {
  const mix = await solveMix(spec, vertices);
  if (mix.status !== 'ok') expect.unreachable(`the mix is ${mix.status}`);
  return mix;
};
const priceOf = ({ prices }: BestMix, id: string) => prices.find(({ rule }) => ruleId(rule) === id)?.price;

describe('the mix of 2,500 hours (rule 1)', () => {
  it('earns 223,214.29 with the lines at 164.3, 250, 185.7 and 400 thousand', async () => {
    const mix = await best(planOf(2500));
    expect(mix.margin).toBe(22_321_429);
    expect(mix.lines.map(({ revenue }) => revenue)).toEqual([16_428_571, 25_000_000, 18_571_429, 40_000_000]);
    expect(mix.revenue).toBe(100_000_000);
    expect(mix.hours).toBeCloseTo(2500, 6);
  });

  it('prices an hour at 94.29 and a unit of target at −0.0214, and asks nothing for the shares', async () => {
    const mix = await best(planOf(2500));
    expect(priceOf(mix, 'hours')).toBeCloseTo(9428.571428, 5);
    expect(priceOf(mix, 'target')).toBeCloseTo(-0.0214285714, 9);
    expect(priceOf(mix, 'high-share')).toBe(0);
    expect(priceOf(mix, 'traffic-share')).toBe(0);
    expect(priceOf(mix, 'cap:B')).toBeGreaterThan(0);
    expect(priceOf(mix, 'cap:A')).toBe(0);
  });

  it('says where the price comes from: one more hour exchanges C for A', async () => {
    const spec = planOf(2500);
    const eased = await easeRule(spec, await best(spec), { kind: 'hours' }, vertices);
    expect(eased).toMatchObject({ limit: 2501, step: 1, gain: 9429 });
    expect((await best(planOf(2501))).margin).toBe(22_330_857);
    expect(misstated(eased?.why as never)).toEqual([]);
    const lines = JSON.stringify(eased?.why);
    expect(lines).toContain('mix-eased');
    expect(lines).not.toContain('"hours:B"');
  });

  it('orders the rules by what easing them is worth', async () => {
    const spec = planOf(2500);
    const eased = await easeBindingRules(spec, await best(spec), vertices);
    expect(eased.map(({ rule }) => ruleId(rule))).toEqual(
      ['hours', 'cap:D', 'target', 'cap:B'].sort((a, b) => gain(b) - gain(a)),
    );
    function gain(id: string): number {
      return eased.find(({ rule }) => ruleId(rule) === id)?.gain ?? -1;
    }
    expect(gain('target')).toBe(2143);
  });
});

describe('derivations of a mix', () => {
  it('recompute to the figures from revenue and margin of each line', async () => {
    const spec = planOf(2500);
    const mix = await best(spec);
    const why = marginWhy(spec, mix);
    expect(evaluate(why)).toBe(mix.margin);
    expect(why.value).toBe(mix.margin);
    expect(isConstant(why)).toBe(false);
    expect(evaluate(revenueWhy(mix))).toBe(mix.revenue);
    const hours = hoursWhy(spec, mix);
    expect(hours && evaluate(hours)).toBeCloseTo(mix.hours as number, 9);
    const unknown = { ...spec, hours: null, lines: spec.lines.map((one) => ({ ...one, hoursPerThousand: null })) };
    expect(hoursWhy(unknown, mix)).toBeNull();
  });
});

describe('the mix of 2,000 hours (rule 1)', () => {
  it('does not fit: hours, high-margin share and target, traffic innocent', async () => {
    const mix = await solveMix(planOf(2000), vertices);
    if (mix.status !== 'infeasible') expect.unreachable(mix.status);
    const ids = mix.conflict.map(ruleId);
    expect(ids).toEqual(expect.arrayContaining(['target', 'high-share', 'hours']));
    expect(ids).not.toContain('traffic-share');
  });

  it('is freed by 2,450 hours, or a target of 844,827.58, or a high-margin share of 27.14 %, and by nothing else', async () => {
    const gives = new Map((await whatGives(planOf(2000), vertices)).map((one) => [ruleId(one.rule), one]));
    expect(gives.get('hours')?.to).toBeCloseTo(2450, 6);
    expect(gives.get('hours')?.applied).toBe(2450);
    expect(gives.get('target')?.to).toBeCloseTo(84_482_758.62, 2);
    expect(gives.get('target')?.applied).toBe(84_482_758);
    expect(gives.get('high-share')?.to).toBeCloseTo(0.2714285714, 9);
    expect(gives.get('high-share')?.applied).toBe(0.2714);
    for (const id of ['traffic-share', 'cap:A', 'cap:B', 'cap:C', 'cap:D']) expect(gives.get(id)?.to, id).toBeNull();
  });
});

describe('what a mix cannot say', () => {
  it('is said: an unknown margin is no margin of 0, and hours matter only where they are a rule', async () => {
    const spec = planOf(2500);
    const [first, ...others] = spec.lines;
    const gap = { ...spec, lines: [{ ...(first as (typeof spec.lines)[number]), marginShare: null }, ...others] };
    expect(await solveMix(gap, vertices)).toEqual({
      status: 'incomplete',
      missing: [{ line: 'A', fact: 'margin-share' }],
    });
    expect(() => mixModel(gap)).toThrow(RangeError);
    await expect(whatGives(gap, vertices)).rejects.toThrow(RangeError);
    const hourless = { ...spec, lines: spec.lines.map((one) => ({ ...one, hoursPerThousand: null })) };
    expect(await solveMix(hourless, vertices)).toMatchObject({ status: 'incomplete' });
    const free = await best({ ...hourless, hours: null });
    expect(free.hours).toBeNull();
    expect(free.margin).toBeGreaterThan(22_321_429);
  });

  it('is said too when nothing limits what earns', async () => {
    const spec = planOf(2500);
    const endless = { ...spec, hours: null, lines: spec.lines.map((one) => ({ ...one, demandCap: null })) };
    expect(await solveMix(endless, vertices)).toEqual({ status: 'unbounded' });
  });
});

describe('rules of a mix', () => {
  const spec: MixSpec = { ...planOf(2500), pairings: [{ high: 'A', traffic: 'D', ratio: 0.25 }] };

  it('are named, read and moved one by one', () => {
    const rules = rulesOf(spec);
    expect(new Set(rules.map(ruleId)).size).toBe(rules.length);
    for (const rule of rules) expect(limitOf(withLimit(spec, rule, 0.125), rule)).toBe(0.125);
    expect(() => limitOf({ ...spec, target: null }, { kind: 'target' })).toThrow(RangeError);
    expect(() => withLimit(spec, { kind: 'floor', line: 'Z' }, 1)).toThrow(RangeError);
  });

  it('pair two lines: at least a quarter of A for every unit of D', async () => {
    const mix = await best(withLimit(spec, { kind: 'pairing', high: 'A', traffic: 'D' }, 0.5));
    const [a, , , d] = mix.lines;
    expect(a?.revenue).toBeGreaterThanOrEqual((d?.revenue ?? 0) / 2 - 1);
    expect(priceOf(mix, ruleId({ kind: 'pairing', high: 'A', traffic: 'D' }))).toBeLessThan(0);
  });

  it.each([
    ['no line', { lines: [] }],
    ['a fraction of a minor unit', { target: 0.5 }],
    ['a share above 1', { highShare: 1.1 }],
    ['a pairing with itself', { pairings: [{ high: 'A', traffic: 'A', ratio: 1 }] }],
    ['a pairing twice', { pairings: [1, 2].map((ratio) => ({ high: 'A', traffic: 'D', ratio })) }],
    ['a line twice', { lines: [...spec.lines, ...spec.lines] }],
    ['hours below zero', { hours: -1 }],
  ])('refuse %s', async (_, wrong) => {
    await expect(solveMix({ ...spec, ...wrong }, vertices)).rejects.toThrow(RangeError);
  });
});

describe('the mix so far', () => {
  const sold = (id: string, role: 'high-margin' | 'traffic' | null, value: number) => ({
    id,
    role,
    revenue: record('credit', id, value, 'money'),
  });

  it('is a share with what it is a share of', () => {
    const why = shareToDate(
      [sold('a', 'high-margin', 300), sold('b', 'traffic', 500), sold('c', null, 200)],
      'high-margin',
    );
    expect(why?.value).toBe(0.3);
    expect(why && evaluate(why)).toBe(0.3);
  });

  it('is not known before anything is sold', () => {
    expect(shareToDate([], 'traffic')).toBeNull();
    expect(shareToDate([sold('a', 'traffic', 5), sold('b', null, -9)], 'traffic')).toBeNull();
    expect(shareToDate([sold('a', null, 5)], 'traffic')?.value).toBe(0);
  });
});

describe('the role that a margin class proposes', () => {
  it.each([
    ['A', 'high-margin'],
    ['High-Margin product', 'high-margin'],
    ['高毛利', 'high-margin'],
    ['low', 'traffic'],
    ['引流产品', 'traffic'],
    ['B', null],
    ['', null],
    [null, null],
  ])('%s is %s', (words, role) => {
    expect(roleOfClass(words)).toBe(role);
  });

  it('is one of a line when its products agree', () => {
    expect(roleOfLine(['A', 'high'])).toBe('high-margin');
    expect(roleOfLine(['A', 'C'])).toBeNull();
    expect(roleOfLine(['A', null])).toBeNull();
    expect(roleOfLine([])).toBeNull();
  });
});
