import type { MixLine, MixSpec } from './mix-spec.ts';

const line = (
  id: string,
  marginShare: number,
  hoursPerThousand: number,
  demandCap: number,
  isHigh: boolean,
): MixLine => ({
  id,
  role: isHigh ? 'high-margin' : 'traffic',
  marginShare,
  hoursPerThousand,
  demandCap: demandCap * 100_000,
  floor: 0,
});

/**
 * Rule 1's own example, in thousands of a currency of two decimals: margins 45, 38, 12 and 8 %, hours 5, 4, 1.5 and 1 per thousand,
 * caps 300, 250, 500 and 400, high-margin at least 40 %, traffic at least 30 %, target 1,000.
 */
export const planOf = (hours: number): MixSpec => ({
  exponent: 2,
  lines: [
    line('A', 0.45, 5, 300, true),
    line('B', 0.38, 4, 250, true),
    line('C', 0.12, 1.5, 500, false),
    line('D', 0.08, 1, 400, false),
  ],
  target: 1000 * 100_000,
  hours,
  highShare: 0.4,
  trafficShare: 0.3,
  pairings: [],
});
