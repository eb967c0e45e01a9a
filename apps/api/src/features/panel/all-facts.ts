import { churnWarningFact } from './facts/churn-warning.ts';
import { nextStepFact } from './facts/next-step-store.ts';
import { openIssuesFact } from './facts/open-issues.ts';
import { tierFact } from './facts/tier.ts';
import type { PanelFact } from './panel-fact.ts';

/** Everything the panel says of a customer, in the order in which it stands there. */
export const panelFactsInUse: readonly PanelFact[] = [tierFact, churnWarningFact, openIssuesFact, nextStepFact];
