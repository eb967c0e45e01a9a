import type { Candidate } from './candidate.ts';
import type { SourceFailure } from './lead.ts';
import type { Budget, ReadingContext } from './reading-context.ts';

/** Reads one kind of evidence and hands over what it finds, value by value. It calls `budget.check()` as it goes. */
export type Source = (context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget) => void;

/** What each source may take on one page, in milliseconds. */
export const SOURCE_BUDGET_MS = 300;

class OutOfTime extends Error {}

function budgetUntil(deadline: number, now: () => number): Budget {
  return {
    check: () => {
      if (now() > deadline) throw new OutOfTime();
    },
  };
}

/**
 * Runs the sources one after the other, each for itself: one that fails or runs out of time keeps what it had found, is
 * named in `failures`, and hides none of the others.
 */
export function runSources(
  sources: Readonly<Record<string, Source>>,
  context: ReadingContext,
  now: () => number,
): { candidates: Candidate[]; failures: SourceFailure[] } {
  const candidates: Candidate[] = [];
  const failures: SourceFailure[] = [];
  for (const [name, source] of Object.entries(sources)) {
    try {
      source(context, (candidate) => candidates.push(candidate), budgetUntil(now() + SOURCE_BUDGET_MS, now));
    } catch (error) {
      const reason = error instanceof OutOfTime ? 'out-of-time' : 'failed';
      failures.push({ source: name, reason, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return { candidates, failures };
}
