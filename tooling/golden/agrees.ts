import { type Printed, PrintedNumber } from './printed.ts';

/**
 * Whether a result has the shape that is expected and every number lies within half a unit of the last place printed.
 * A number printed without a point is exact, unless its neighbours in a list are printed to some places: then it was
 * meant like them. Names in objects may come in any order, none too many and none missing. `tolerance` is for numbers that were printed
 * from other inputs than the rounded ones beside them.
 */
export function agrees(got: unknown, expected: Printed, tolerance = 0): boolean {
  return matches(got, expected, { tolerance, neighbours: 0 });
}

type Leave = { readonly tolerance: number; readonly neighbours: number };

function matches(got: unknown, expected: Printed, leave: Leave): boolean {
  if (expected instanceof PrintedNumber) return isNear(got, expected, leave);
  if (Array.isArray(expected)) {
    const within = { ...leave, neighbours: placesIn(expected) };
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((value, index) => matches(got[index], value, within))
    );
  }
  if (expected === null || typeof expected !== 'object') return got === expected;
  if (got === null || typeof got !== 'object' || Array.isArray(got)) return false;
  const names = Object.keys(expected);
  return (
    Object.keys(got).length === names.length &&
    names.every(
      (name) =>
        Object.hasOwn(got, name) &&
        matches(Reflect.get(got, name), expected[name] ?? null, { ...leave, neighbours: 0 }),
    )
  );
}

function isNear(got: unknown, expected: PrintedNumber, { tolerance, neighbours }: Leave): boolean {
  if (typeof got !== 'number' || !Number.isFinite(got)) return false;
  const places = expected.places > 0 ? expected.places : neighbours;
  const distance = Math.abs(got - expected.value);
  // A double carries some 16 digits, whatever a file prints.
  const rounding = 1e-12 * Math.abs(expected.value);
  if (distance <= tolerance) return true;
  if (places === 0) return distance <= rounding;
  return distance <= 0.5 * 10 ** -places * (1 + 1e-9) + rounding;
}

function placesIn(values: readonly Printed[]): number {
  return Math.max(0, ...values.map((value) => (value instanceof PrintedNumber ? value.places : 0)));
}
