import type { LpSolver } from '@milepost/core/lp/lp';
import { solverBehind } from '@milepost/solver/solver-port';

let solver: LpSolver | undefined;

/** The solver of this window, in a worker of its own: some megabytes, loaded when somebody first asks "what if". */
export function browserSolver(): LpSolver {
  solver ??= solverBehind(new Worker(new URL('./solver-worker.ts', import.meta.url), { type: 'module' }));
  return solver;
}
