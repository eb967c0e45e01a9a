/**
 * Shares work out by the longest first (Graham 1969): piece by piece, the largest first, each to whoever would be fullest least, load
 * over capacity. Ties go to the larger capacity, then to the place nearer the start. `carried` is what each already has.
 * Never worse than 4/3 − 1/(3m) of the best for equal capacities.
 * @returns the place of the person for each piece; null where `mayTake` lets nobody, or all who may have no capacity.
 * Throws RangeError on loads and capacities that are negative or not finite.
 */
export function longestFirst(
  loads: readonly number[],
  capacities: readonly number[],
  {
    carried = [],
    mayTake = () => true,
  }: { carried?: readonly number[]; mayTake?: (piece: number, person: number) => boolean } = {},
): (number | null)[] {
  for (const value of [...loads, ...capacities, ...carried])
    if (!(Number.isFinite(value) && value >= 0)) throw new RangeError(`No amount of work: ${value}.`);
  const full = capacities.map((_, person) => carried[person] ?? 0);
  const given: (number | null)[] = loads.map(() => null);
  const order = loads.map((_, piece) => piece).toSorted((a, b) => at(loads, b) - at(loads, a) || a - b);
  for (const piece of order) {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let person = 0; person < capacities.length; person += 1) {
      const capacity = at(capacities, person);
      if (capacity === 0 || !mayTake(piece, person)) continue;
      const share = (at(full, person) + at(loads, piece)) / capacity;
      if (share < least || (share === least && best !== null && capacity > at(capacities, best))) {
        best = person;
        least = share;
      }
    }
    if (best === null) continue;
    given[piece] = best;
    full[best] = at(full, best) + at(loads, piece);
  }
  return given;
}

const at = (values: readonly number[], place: number): number => values[place] as number;
