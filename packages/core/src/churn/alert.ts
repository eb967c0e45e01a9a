/** From where on a customer is in danger; each null leaves its sign out. Shares are 0–1. */
export type ChurnRule = {
  /** Alive with less than this. */
  readonly leastAlive: number | null;
  /** A silence that would be this unlikely, or less. */
  readonly unlikelySilence: number | null;
  /** A renewal that is less likely than this. */
  readonly leastRenewal: number | null;
  /** Activity fallen by at least this share, and below its own control limits. */
  readonly activityFall: number | null;
  /** How far a sign has to recover beyond its threshold before the danger is over. */
  readonly margin: number;
  /** Days after an alert was closed before another is opened. */
  readonly coolDownDays: number;
};

export const usualRule: ChurnRule = {
  leastAlive: 0.5,
  unlikelySilence: 0.05,
  leastRenewal: 0.6,
  activityFall: 0.3,
  margin: 0.1,
  coolDownDays: 30,
};

/** What is known of a customer today; null where it is not known, which is no sign of danger and no sign of safety. */
export type ChurnFacts = {
  readonly alive: number | null;
  readonly silence: number | null;
  /** The lower bound of the chance to renew. */
  readonly renewal: number | null;
  readonly activity: { readonly fall: number; readonly isBelowLimits: boolean } | null;
};

export type ChurnSign = 'alive' | 'silence' | 'renewal' | 'activity';
export type ChurnDecision =
  | { readonly status: 'open' | 'keep'; readonly signs: readonly ChurnSign[] }
  | { readonly status: 'close' | 'quiet' };

/** The signs that hold when thresholds are moved by a margin towards danger's end. */
function signsOf(facts: ChurnFacts, rule: ChurnRule, margin: number): ChurnSign[] {
  const { alive, silence, renewal, activity } = facts;
  const signs: (ChurnSign | false)[] = [
    alive !== null && rule.leastAlive !== null && alive < rule.leastAlive + margin && 'alive',
    silence !== null && rule.unlikelySilence !== null && silence < rule.unlikelySilence + margin && 'silence',
    renewal !== null && rule.leastRenewal !== null && renewal < rule.leastRenewal + margin && 'renewal',
    activity !== null &&
      rule.activityFall !== null &&
      (activity.isBelowLimits || margin > 0) &&
      activity.fall >= rule.activityFall - margin &&
      'activity',
  ];
  return signs.filter((sign) => sign !== false);
}

/**
 * Is a customer in danger of leaving? One alert at a time: it opens on any sign, stays until every sign has recovered by the margin
 * (hysteresis), and does not come again within the cool-down.
 * @param state whether an alert is open, and how many days ago the last one was closed; null when there was none
 */
export function churnAlert(
  facts: ChurnFacts,
  rule: ChurnRule,
  state: { readonly isOpen: boolean; readonly daysSinceClosed: number | null },
): ChurnDecision {
  if (state.isOpen) {
    const signs = signsOf(facts, rule, rule.margin);
    const isUnknown = Object.values(facts).every((fact) => fact === null);
    return signs.length > 0 || isUnknown ? { status: 'keep', signs } : { status: 'close' };
  }
  const signs = signsOf(facts, rule, 0);
  const isCool = state.daysSinceClosed === null || state.daysSinceClosed >= rule.coolDownDays;
  return signs.length > 0 && isCool ? { status: 'open', signs } : { status: 'quiet' };
}
