import type { LpSolver } from '@milepost/core/lp/lp';
import type { OpenSolver } from './highs-solver.ts';

/**
 * HiGHS that is loaded when it is first asked (some 3.5 MB, a tenth of a second), and again after a failure to load. `close` lets go of
 * it; asked afterwards, it opens anew.
 */
export function lazyHighs(): LpSolver & { close(): Promise<void> } {
  let opening: Promise<OpenSolver> | null = null;
  const open = (): Promise<OpenSolver> => {
    opening ??= import('./highs-solver.ts')
      .then(({ openHighs }) => openHighs())
      .catch((error: unknown) => {
        opening = null;
        throw error;
      });
    return opening;
  };
  return {
    solve: async (lp) => (await open()).solve(lp),
    async close() {
      const opened = opening;
      opening = null;
      (await opened)?.close();
    },
  };
}
