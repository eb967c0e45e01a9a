import { expiresOn } from '@milepost/core/certificates/expiry';
import { criticalPath } from '@milepost/core/training/critical-path';
import type { Call } from '../example.ts';

/** The chain that binds, and until when a certificate with fixed days holds. */
export const training: Record<string, Call> = {
  'training.cpm': ({ input }) => {
    const steps = Object.entries(input as Record<string, [number, string[]]>);
    const path = criticalPath(steps.map(([id, [duration, after]]) => ({ id, duration, after })));
    if (path.status !== 'ok') return path;
    return {
      length: path.length,
      critical: path.critical,
      slack: Object.fromEntries(path.steps.map(({ id, slack }) => [id, slack])),
    };
  },

  // The example states its terms in its source: a year, at least six months, counted from the end of 2021.
  'training.certFixed': ({ input }) =>
    (input as { completed: string }[]).map(({ completed }) =>
      expiresOn({ mode: 'fixed', months: 12, leastMonths: 6, baseOn: '2021-12-31' }, completed),
    ),
};
