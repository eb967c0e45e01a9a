import { type ChurnDecision, type ChurnFacts, type ChurnRule, churnAlert } from './alert.ts';

/** What somebody decided over the head of the rule, until the end of a day (YYYY-MM-DD). */
export type ChurnOverride = { readonly verdict: 'safe' | 'danger'; readonly until: string };

/**
 * What becomes of the alert of a customer on a day. While an override is in force the figures do not count: they are reckoned anew every
 * night, and what somebody decided with a reason outlives that until its day.
 */
export function decideAlert(
  facts: ChurnFacts,
  rule: ChurnRule,
  state: { readonly isOpen: boolean; readonly daysSinceClosed: number | null },
  {
    override,
    today,
    isLost,
  }: { readonly override: ChurnOverride | null; readonly today: string; readonly isLost: boolean },
): ChurnDecision {
  // Of who has left already nobody is warned any more.
  if (override === null || override.until < today)
    return isLost ? { status: state.isOpen ? 'close' : 'quiet' } : churnAlert(facts, rule, state);
  if (override.verdict === 'safe') return { status: state.isOpen ? 'close' : 'quiet' };
  return { status: state.isOpen ? 'keep' : 'open', signs: [] };
}
