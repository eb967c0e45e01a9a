import type { Unit, Why } from '@milepost/core/explain/why';
import type { Term } from '@milepost/core/measures/definition';

/** Records that a figure does not count, and the reason: `leftOut.<reason>`. */
export type LeftOut = { reason: string; count: number; value?: number | null; unit?: Unit };

/** A figure with its derivation, as the API answers. `asOf` is an ISO-Z instant. */
export type Explained = { why: Why; asOf: string; leftOut?: readonly LeftOut[]; stated?: readonly Term[] };
