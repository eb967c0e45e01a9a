import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vertices } from '../lp/testing-vertices.ts';
import { type MixSpec, ruleId, withLimit } from './mix-spec.ts';
import { solveMix } from './solve-mix.ts';
import { whatGives } from './what-gives.ts';

/** Small mixes of three lines, many of which do not fit. */
const mixes = fc
  .record({
    lines: fc.array(
      fc.record({
        isHigh: fc.boolean(),
        margin: fc.integer({ min: -20, max: 90 }),
        hours: fc.integer({ min: 1, max: 9 }),
        cap: fc.integer({ min: 0, max: 90 }),
        floor: fc.integer({ min: 0, max: 30 }),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    target: fc.integer({ min: 0, max: 200 }),
    hours: fc.integer({ min: 1, max: 900 }),
    highShare: fc.integer({ min: 0, max: 100 }),
    ratio: fc.integer({ min: 0, max: 30 }),
  })
  .map(
    ({ lines, target, hours, highShare, ratio }): MixSpec => ({
      exponent: 0,
      lines: lines.map(({ isHigh, margin, hours: each, cap, floor }, at) => ({
        id: `L${at}`,
        role: isHigh ? 'high-margin' : 'traffic',
        marginShare: margin / 100,
        hoursPerThousand: each,
        demandCap: cap * 1000,
        floor: floor * 1000,
      })),
      target: target * 1000,
      hours,
      highShare: highShare / 100,
      trafficShare: null,
      pairings: [{ high: 'L0', traffic: 'L1', ratio: ratio / 10 }],
    }),
  );

describe('laws of the mix', { timeout: 60_000 }, () => {
  it('what gives frees the plan, and a little less does not', async () => {
    let freed = 0;
    await fc.assert(
      fc.asyncProperty(mixes, async (spec) => {
        if ((await solveMix(spec, vertices)).status !== 'infeasible') return;
        for (const { rule, from, to, applied } of await whatGives(spec, vertices)) {
          if (to === null || applied === null) continue;
          expect(to, ruleId(rule)).not.toBe(from);
          expect((await solveMix(withLimit(spec, rule, applied), vertices)).status, ruleId(rule)).toBe('ok');
          const short = from + (to - from) * 0.98;
          if (rule.kind === 'hours' || rule.kind === 'high-share')
            expect((await solveMix(withLimit(spec, rule, short), vertices)).status, ruleId(rule)).toBe('infeasible');
          freed += 1;
        }
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(freed).toBeGreaterThan(20);
  });

  it('a plan twice the size has twice the margin at the same prices', async () => {
    const twice = (spec: MixSpec): MixSpec => ({
      ...spec,
      target: (spec.target ?? 0) * 2,
      hours: (spec.hours ?? 0) * 2,
      lines: spec.lines.map((one) => ({ ...one, demandCap: (one.demandCap ?? 0) * 2, floor: one.floor * 2 })),
    });
    await fc.assert(
      fc.asyncProperty(mixes, async (spec) => {
        const [small, large] = [await solveMix(spec, vertices), await solveMix(twice(spec), vertices)];
        expect(large.status).toBe(small.status);
        if (small.status !== 'ok' || large.status !== 'ok') return;
        expect(Math.abs(large.margin - 2 * small.margin)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it('no rule that is eased costs margin', async () => {
    await fc.assert(
      fc.asyncProperty(mixes, async (spec) => {
        const mix = await solveMix(spec, vertices);
        if (mix.status !== 'ok') return;
        for (const { rule, price } of mix.prices) {
          const isRaised = rule.kind === 'hours' || rule.kind === 'cap';
          if (isRaised) expect(price, ruleId(rule)).toBeGreaterThanOrEqual(-1e-6);
          else expect(price, ruleId(rule)).toBeLessThanOrEqual(1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
