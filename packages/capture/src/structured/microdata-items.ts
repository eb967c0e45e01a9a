import { type Place, pathOf, textOf } from '../page-text.ts';
import { type PropertyTree, propertyTree } from './property-tree.ts';
import { addProperty, localName, type SchemaItem, type SchemaText } from './schema-item.ts';

const HREF_TAGS = new Set(['a', 'area', 'link']);
const SRC_TAGS = new Set(['img', 'audio', 'embed', 'iframe', 'source', 'track', 'video']);
/** Properties whose value is an address; of any other, a link's text is meant. */
const ADDRESS_PROPERTIES = new Set([
  'url',
  'sameAs',
  'image',
  'logo',
  'email',
  'telephone',
  'faxNumber',
  'mainEntityOfPage',
  'hasMap',
  'map',
]);

/**
 * The things a page's microdata speaks of, top level first (HTML Living Standard, 5.2): `itemprop` inside `itemscope`, and
 * in the elements `itemref` names. `content=` wins wherever it stands. An element that refers to itself is read once.
 */
export function microdataItems(places: readonly Place[]): SchemaItem[] {
  const tree = propertyTree(places);
  const items: SchemaItem[] = [];
  for (const place of places) {
    const attrs = place.node.attrs;
    if (attrs?.['itemscope'] !== undefined && attrs['itemprop'] === undefined)
      items.push(itemAt(place, tree, new Set()));
  }
  return items;
}

function itemAt(place: Place, tree: PropertyTree, within: ReadonlySet<Place>): SchemaItem {
  const attrs = place.node.attrs ?? {};
  const item: SchemaItem = {
    types: (attrs['itemtype'] ?? '')
      .split(/\s+/)
      .filter((type) => type !== '')
      .map(localName),
    id: attrs['itemid'] ?? '',
    properties: new Map(),
    path: pathOf(place),
    place,
  };
  const inside = new Set([...within, place]);
  for (const child of tree.childrenOf(place)) collect(child, item, tree, inside);
  for (const id of (attrs['itemref'] ?? '').split(/\s+/)) {
    const referred = tree.byId.get(id);
    if (referred !== undefined && !inside.has(referred)) collect(referred, item, tree, new Set([...inside, referred]));
  }
  return item;
}

function collect(place: Place, item: SchemaItem, tree: PropertyTree, within: ReadonlySet<Place>): void {
  if (place.node.hidden === true) return;
  const attrs = place.node.attrs ?? {};
  const isScope = attrs['itemscope'] !== undefined;
  for (const name of (attrs['itemprop'] ?? '').split(/\s+/)) {
    if (name === '') continue;
    const local = localName(name);
    if (isScope && !within.has(place)) addProperty(item, local, itemAt(place, tree, within));
    else if (!isScope) addProperty(item, local, valueAt(place, local));
  }
  if (isScope) return;
  for (const child of tree.childrenOf(place)) collect(child, item, tree, within);
}

function valueAt(place: Place, name: string): SchemaText {
  const { node } = place;
  const attrs = node.attrs ?? {};
  const from = { path: pathOf(place), place };
  const content = attrs['content'];
  if (content !== undefined) return { text: content, ...from };
  if (HREF_TAGS.has(node.tag) && ADDRESS_PROPERTIES.has(name)) return { text: attrs['href'] ?? textOf(node), ...from };
  if (SRC_TAGS.has(node.tag)) return { text: (name === 'name' ? attrs['alt'] : attrs['src']) ?? '', ...from };
  if (node.tag === 'object') return { text: attrs['data'] ?? '', ...from };
  if (node.tag === 'data' || node.tag === 'meter') return { text: attrs['value'] ?? textOf(node), ...from };
  if (node.tag === 'time') return { text: attrs['datetime'] ?? textOf(node), ...from };
  return { text: textOf(node), ...from };
}
