import { openHighs } from '@milepost/solver/highs-solver';
import { serveSolver } from '@milepost/solver/solver-port';

// Solving blocks the thread it runs in: this one has nothing else to do.
serveSolver(self, () => openHighs());
