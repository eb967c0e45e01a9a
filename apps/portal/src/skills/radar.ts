import { MOST_LEVEL } from '@milepost/core/skills/level-scale';

/** A point on the web of a radar: x and y from its centre, 1 being the rim. */
export type RadarPoint = { x: number; y: number };

/** The direction of one of several axes, the first pointing up, the others clockwise. */
export function directionOf(at: number, count: number): RadarPoint {
  const turn = (2 * Math.PI * at) / count - Math.PI / 2;
  return { x: Math.cos(turn), y: Math.sin(turn) };
}

/** The corners of a shape over all axes, as an SVG path; a level that nobody knows is left out and not drawn as 0. */
export function shapeOf(levels: readonly (number | null)[], radius: number): string {
  const points = levels.flatMap((level, at) => {
    if (level === null) return [];
    const { x, y } = directionOf(at, levels.length);
    const reach = (radius * level) / MOST_LEVEL;
    return [`${(x * reach).toFixed(2)} ${(y * reach).toFixed(2)}`];
  });
  return points.length === 0 ? '' : `M${points.join('L')}Z`;
}
