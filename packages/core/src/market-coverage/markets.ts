import type { MeasureDefinition } from '../measures/definition.ts';

export type MarketBy = MeasureDefinition['coverage']['marketBy'];

/** A market that is to be covered: a segment, or a segment in a region (then `region` says which). */
export type Market = { readonly segment: string; readonly region: string | null };

/** The market an account belongs to; null when its segment, or the region that is asked for, is not known. */
export function marketOf(
  { segment, region }: { readonly segment: string | null; readonly region: string | null },
  by: MarketBy,
): Market | null {
  if (segment === null) return null;
  if (by === 'segment') return { segment, region: null };
  return region === null ? null : { segment, region };
}

/** The same market has the same key. */
export const marketKey = ({ segment, region }: Market): string => JSON.stringify([segment, region]);
