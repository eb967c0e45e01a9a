import { shrink } from '@milepost/core/rate/shrink';
import { type Interval, newcombe, wilson } from '@milepost/core/rate/wilson';
import type { Call, Example } from '../example.ts';

/** Intervals of rates and of their differences, and rates drawn towards their peers. */
export const rates: Record<string, Call> = {
  'rate.wilson': ({ input }) =>
    (input as [number, number][]).map(([successes, trials]) => ends(wilson({ successes, trials }))),

  'rate.newcombe': ({ input }) => {
    const [successesA, trialsA, successesB, trialsB] = input as [number, number, number, number];
    const [a, b] = [
      { successes: successesA, trials: trialsA },
      { successes: successesB, trials: trialsB },
    ];
    return ends(newcombe(a, b));
  },

  'rate.eb': (example) => {
    const prior = priorOf(example);
    return (example.input as [number, number][]).map(([successes, trials]) => shrink({ successes, trials }, prior));
  },
};

function ends({ low, high }: Interval): number[] {
  return [low, high];
}

/** The prior stands in the source of an example (`alpha0 78.661, beta0 224.875`); else it is Robinson's, of batting. */
function priorOf({ source = '' }: Example): { a: number; b: number } {
  const stated = (name: string): number | null => {
    const found = new RegExp(`${name}0\\s*[=:]?\\s*(\\d+(?:\\.\\d+)?)`).exec(source);
    return found === null ? null : Number(found[1]);
  };
  return { a: stated('alpha') ?? 78.661, b: stated('beta') ?? 224.875 };
}
