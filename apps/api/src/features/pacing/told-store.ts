import { explainPacing } from './explain-pacing.ts';
import { readPacing } from './read-pacing.ts';

/** What the page of pace tells, for other features: the same figures with the same derivations. */
export const pacingTold = { read: readPacing, explain: explainPacing };
