type Vertex = { readonly point: readonly number[]; readonly value: number };

const MOST_STEPS = 2000;

/**
 * The point of the unit cube where a function is least, near `start` (Nelder & Mead 1965; points outside are moved to
 * the border). Not finite values count as the worst. Deterministic.
 */
export function minimiseInUnitCube(
  start: readonly number[],
  cost: (point: readonly number[]) => number,
  tolerance = 1e-12,
): readonly number[] {
  const vertexAt = (point: readonly number[]): Vertex => {
    const inside = point.map((place) => Math.min(1, Math.max(0, place)));
    const value = cost(inside);
    return { point: inside, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY };
  };
  let best = descend(simplexAround(start, 0.2).map(vertexAt), vertexAt, tolerance);
  // A simplex may fold flat on the border; a fresh one at its end shows whether there is further to go.
  for (const size of [0.1, 0.05]) best = descend(simplexAround(best.point, size).map(vertexAt), vertexAt, tolerance);
  return best.point;
}

function descend(
  simplex: readonly Vertex[],
  vertexAt: (point: readonly number[]) => Vertex,
  tolerance: number,
): Vertex {
  let vertices = sorted(simplex);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const best = vertices[0] as Vertex;
    const worst = vertices.at(-1) as Vertex;
    const isFlat = worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance);
    if (isFlat && widthOf(vertices) < 1e-7) return best;
    const others = vertices.slice(0, -1);
    const centre = best.point.map((_, axis) => mean(others.map(({ point }) => point[axis] as number)));
    const along = (factor: number): Vertex =>
      vertexAt(centre.map((place, axis) => place + factor * ((worst.point[axis] as number) - place)));
    vertices = sorted([...others, ...replacement(vertices, along, vertexAt)]).slice(0, vertices.length);
  }
  return vertices[0] as Vertex;
}

/** The vertex that takes the place of the worst, or, when none is better, a simplex drawn together around the best. */
function replacement(
  vertices: readonly Vertex[],
  along: (factor: number) => Vertex,
  vertexAt: (point: readonly number[]) => Vertex,
): Vertex[] {
  const best = vertices[0] as Vertex;
  const worst = vertices.at(-1) as Vertex;
  const secondWorst = vertices.at(-2) as Vertex;
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return [expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < secondWorst.value) return [reflected];
  const contracted = reflected.value < worst.value ? along(-0.5) : along(0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [contracted];
  return vertices
    .slice(1)
    .map(({ point }) => vertexAt(point.map((place, axis) => (place + (best.point[axis] as number)) / 2)));
}

function simplexAround(start: readonly number[], size: number): (readonly number[])[] {
  const corners = start.map((_, axis) =>
    start.map((place, other) => (other !== axis ? place : place + (place + size <= 1 ? size : -size))),
  );
  return [start, ...corners];
}

function sorted(vertices: readonly Vertex[]): Vertex[] {
  return [...vertices].sort((a, b) => (a.value === b.value ? 0 : a.value - b.value));
}

function widthOf(vertices: readonly Vertex[]): number {
  const best = vertices[0] as Vertex;
  return Math.max(
    ...vertices.flatMap(({ point }) => point.map((place, axis) => Math.abs(place - (best.point[axis] as number)))),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
