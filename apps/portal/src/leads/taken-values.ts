import type { LeadView } from '@milepost/contract/leads';

type Taken = LeadView['provenance'][number];
/** A value that was taken from a page, with every place where it stood; `isKept`: it is what the record says now. */
export type TakenValue = { field: string; value: string; isKept: boolean; places: readonly Taken[] };

const order = ['name', 'title', 'company', 'email', 'phone', 'website', 'address', 'profile'];
const rankOf = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);

/** The same number, address or name, however it is spaced. */
const bare = (text: string): string => text.replace(/[\s()\-.·]/g, '').toLowerCase();

/** How sure a source is, in a word. */
export function sureness(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}

/** What was taken, field by field in reading order; of each what the record kept first, then the surest. */
export function takenValues(lead: Pick<LeadView, 'provenance'> & Readonly<Record<string, unknown>>): TakenValue[] {
  const groups = Map.groupBy(lead.provenance, ({ field, value }) => `${field} ${bare(value)}`);
  return [...groups.values()]
    .map((same) => {
      const places = same.toSorted((a, b) => b.confidence - a.confidence);
      const [{ field, value }] = places as [Taken];
      const kept = lead[field];
      return { field, value, isKept: typeof kept === 'string' && bare(kept) === bare(value), places };
    })
    .sort(
      (a, b) =>
        rankOf(a.field) - rankOf(b.field) ||
        Number(b.isKept) - Number(a.isKept) ||
        (b.places[0]?.confidence ?? 0) - (a.places[0]?.confidence ?? 0),
    );
}
