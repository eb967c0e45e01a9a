import type { LadderView } from '@milepost/contract/ladder';

type Rung = Pick<LadderView['rungs'][number], 'id' | 'track' | 'height' | 'fromIds'>;
/** Where a rung is drawn: shares of the width and of the height, from the upper left. */
export type RungPlace = { id: string; x: number; y: number };
export type RungEdge = { key: string; from: RungPlace; to: RungPlace };

/** Two columns, management on the left and specialists on the right; the higher a rung, the higher it is drawn. */
export function placesOf(rungs: readonly Rung[]): { places: Map<string, RungPlace>; edges: RungEdge[]; rows: number } {
  const rows = Math.max(0, ...rungs.map(({ height }) => height)) + 1;
  const places = new Map<string, RungPlace>();
  for (const same of Map.groupBy(rungs, ({ track, height }) => `${track} ${height}`).values())
    for (const [at, { id, track, height }] of same.entries()) {
      const within = (at + 1) / (same.length + 1);
      const x = (track === 'management' ? 0 : 0.5) + within / 2;
      places.set(id, { id, x, y: (rows - height - 0.5) / rows });
    }
  const edges = rungs.flatMap(({ id, fromIds }) =>
    fromIds.flatMap((below) => {
      const [from, to] = [places.get(below), places.get(id)];
      return from && to ? [{ key: `${below} ${id}`, from, to }] : [];
    }),
  );
  return { places, edges, rows };
}
