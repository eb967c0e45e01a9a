import { describe, expect, it } from 'vitest';
import { placesOf } from './rung-places.ts';

describe('where rungs are drawn', () => {
  it('is higher for what lies above, and on the side of its track', () => {
    const { places, edges, rows } = placesOf([
      { id: 'rep', track: 'specialist', height: 0, fromIds: [] },
      { id: 'lead', track: 'management', height: 1, fromIds: ['rep'] },
      { id: 'expert', track: 'specialist', height: 1, fromIds: ['rep', 'gone'] },
    ]);
    expect(rows).toBe(2);
    expect(places.get('lead')).toEqual({ id: 'lead', x: 0.25, y: 0.25 });
    expect(places.get('rep')).toEqual({ id: 'rep', x: 0.75, y: 0.75 });
    expect(edges.map(({ key }) => key)).toEqual(['rep lead', 'rep expert']);
  });

  it('are side by side where one track has several of one height', () => {
    const { places } = placesOf([
      { id: 'a', track: 'specialist', height: 0, fromIds: [] },
      { id: 'b', track: 'specialist', height: 0, fromIds: [] },
    ]);
    expect(places.get('a')?.x).toBeLessThan(places.get('b')?.x ?? 0);
  });
});
