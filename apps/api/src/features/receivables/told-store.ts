import { explainReceivables } from './explain-receivables.ts';
import { readReceivables } from './read-receivables.ts';

/** What the page of cash tells, for other features: the same figures with the same derivations. */
export const receivablesTold = { read: readReceivables, explain: explainReceivables };
