import type { Place } from '../page-text.ts';

/** Elements by their ids and children, for mark-up that refers from one element to another. */
export type PropertyTree = { byId: ReadonlyMap<string, Place>; childrenOf: (place: Place) => readonly Place[] };

/** Lists each element's children once, and who bears which id (the first of a name wins, as in a browser). */
export function propertyTree(places: readonly Place[]): PropertyTree {
  const byId = new Map<string, Place>();
  const children = new Map<Place, Place[]>();
  for (const place of places) {
    const id = place.node.attrs?.['id'];
    if (id !== undefined && !byId.has(id)) byId.set(id, place);
    if (place.parent === null) continue;
    const siblings = children.get(place.parent);
    if (siblings === undefined) children.set(place.parent, [place]);
    else siblings.push(place);
  }
  return { byId, childrenOf: (place) => children.get(place) ?? [] };
}

/** An address as a browser would follow it from this page; as written where it cannot be resolved. */
export function resolvedUrl(href: string, base: string): string {
  if (/^[a-z][a-z+.-]*:/i.test(href) || base === '') return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}
