import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isConstant } from '../explain/why.ts';
import { forecastMethods, forecastRevenue } from './forecast-revenue.ts';
import { type PipelineOpportunity, pipelineForecast } from './pipeline-forecast.ts';
import { salesHistory } from './sales-history.ts';
import { endWhy, methodWhy } from './why-forecast.ts';

const start = 19_000;
const deals: PipelineOpportunity[] = Array.from({ length: 120 }, (_, at) => ({
  id: `d${at}`,
  createdOn: start + at * 5,
  outcome: at % 3 === 0 ? 'lost' : 'won',
  closedOn: start + at * 5 + 30 + (at % 7),
  amount: 5000 + at,
}));

describe('the derivation of a forecast', () => {
  it('gives what each method says, and both ends of the interval', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.integer({ min: 0, max: 899 }), amount: fc.integer({ min: -90, max: 90_000 }) }), {
          minLength: 20,
          maxLength: 200,
        }),
        fc.integer({ min: 60, max: 900 }),
        fc.integer({ min: 1, max: 120 }),
        (some, known, horizon) => {
          const sales = some.map(({ day, amount }) => ({ day: start + day, amount }));
          const asOf = start + known;
          const said = forecastRevenue({ sales, deals, asOf, horizon });
          const history = salesHistory(sales, asOf);
          if (said.status !== 'ok' || history === null) return;
          const facts = {
            history,
            horizon,
            pipeline: pipelineForecast(deals, { asOf, horizon }),
            nameOf: (id: string) => id,
          };
          for (const name of forecastMethods) {
            const why = methodWhy(name, facts);
            const candidate = said.candidates.find((one) => one.name === name);
            expect(why === null).toBe(candidate === undefined);
            if (why === null || candidate === undefined) continue;
            expect(evaluate(why)).toBe(why.value);
            expect(Math.abs(why.value - candidate.forecast)).toBeLessThan(1e-6 * (1 + candidate.forecast));
          }
          const chosen = methodWhy(said.method, facts);
          if (chosen === null) throw new Error('What was chosen can be told.');
          for (const end of ['low', 'high'] as const) {
            const { value } = endWhy(chosen, said, end);
            expect(Math.abs(value - said[end])).toBeLessThan(1e-6 * (1 + said[end]));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a mean names every method', () => {
    const sales = Array.from({ length: 600 }, (_, at) => ({ day: start + at, amount: 100 + (at % 5) }));
    const history = salesHistory(sales, start + 599);
    if (history === null) throw new Error('There are sales.');
    const why = methodWhy('mean', { history, horizon: 60, pipeline: null, nameOf: () => undefined });
    expect(why?.args[0]).toMatchObject({ rule: 'forecast.all-methods' });
    expect(why !== null && isConstant(why)).toBe(false);
  });
});
