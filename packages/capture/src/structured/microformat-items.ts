import { type Place, pathOf } from '../page-text.ts';
import { personName } from '../people/person-name.ts';
import { classesOf } from '../webmail/webmail-page.ts';
import { propertiesOf, rootsOf } from './microformat-names.ts';
import { impliedName, impliedUrl, propertyValues } from './microformat-values.ts';
import { type PropertyTree, propertyTree, resolvedUrl } from './property-tree.ts';
import { addProperty, isItem, type SchemaItem, type SchemaText, textsOf } from './schema-item.ts';

/** Relations whose other end is a firm, whatever its name looks like. */
const FIRM_RELATIONS = new Set(['worksFor', 'affiliation', 'education', 'experience']);
const MOST_NESTED = 40;

type Reading = { tree: PropertyTree; base: string };
type Found = { item: SchemaItem; isFirm: boolean };

/**
 * The cards, addresses and résumés that a page marks up with microformats, newer (`h-card`) or classic (`vcard`), in words of
 * schema.org. Included parts (`include`, `itemref`, `headers`) are read where they are referred to; an element that includes itself is
 * read once.
 */
export function microformatItems(places: readonly Place[], base: string): SchemaItem[] {
  const reading: Reading = { tree: propertyTree(places), base };
  const items: SchemaItem[] = [];
  const taken = new Set<Place>();
  for (const place of places) {
    if (taken.has(place) || place.node.hidden === true || place.node.attrs?.['class'] === undefined) continue;
    if (rootsOf(classesOf(place.node)).types.length === 0) continue;
    items.push(itemAt(place, reading, new Set(), taken).item);
  }
  return items;
}

function itemAt(place: Place, reading: Reading, within: ReadonlySet<Place>, taken: Set<Place>): Found {
  const classes = classesOf(place.node);
  const { types, isClassic } = rootsOf(classes);
  taken.add(place);
  const item: SchemaItem = { types: [], id: '', properties: new Map(), path: pathOf(place), place };
  const inside = new Set([...within, place]);
  const nested = { isThere: false };
  if (within.size < MOST_NESTED) {
    for (const child of reading.tree.childrenOf(place)) collect(child, item, isClassic, reading, inside, taken, nested);
    for (const referred of includedBy(place, reading.tree)) {
      if (!inside.has(referred))
        collect(referred, item, isClassic, reading, new Set([...inside, referred]), taken, nested);
    }
  }
  if (!isClassic) imply(item, place, reading, nested.isThere);
  const isFirm = classes.includes('h-org') || isNamedFirm(item);
  const [org] = textsOf(item, 'worksFor');
  if (isFirm && org !== undefined && !item.properties.has('name')) addProperty(item, 'name', org);
  item.types = schemaTypes(types, isFirm);
  if (types.includes('h-card')) gatherAddress(item);
  return { item, isFirm };
}

function schemaTypes(types: readonly string[], isFirm: boolean): string[] {
  if (types.includes('h-card')) return [isFirm ? 'Organization' : 'Person'];
  if (types.includes('h-adr')) return ['PostalAddress'];
  if (types.includes('h-resume')) return ['Resume'];
  return ['CreativeWork'];
}

/** A card whose name and organisation are one, or that bears no person's name, is a firm's. */
function isNamedFirm(item: SchemaItem): boolean {
  const name = textsOf(item, 'name')[0]?.text.trim() ?? '';
  const org = textsOf(item, 'worksFor')[0]?.text.trim() ?? '';
  if (textsOf(item, 'givenName', 'familyName').length > 0) return false;
  if (name === '') return org !== '';
  return (
    name === org ||
    (org === '' && textsOf(item, 'jobTitle').length === 0 && personName(name) === undefined && !/^\S+$/.test(name))
  );
}

function collect(
  place: Place,
  item: SchemaItem,
  isClassic: boolean,
  reading: Reading,
  within: ReadonlySet<Place>,
  taken: Set<Place>,
  nested: { isThere: boolean },
): void {
  if (place.node.hidden === true || within.size > MOST_NESTED) return;
  const classes = classesOf(place.node);
  const properties = propertiesOf(classes, isClassic);
  const roots = rootsOf(classes);
  const isRoot = roots.types.length > 0;
  if (isRoot) {
    nested.isThere = true;
    const { item: inner, isFirm } = itemAt(place, reading, within, taken);
    for (const { name } of properties) {
      if (FIRM_RELATIONS.has(name) && inner.types.includes('Person')) inner.types = ['Organization'];
      addProperty(item, name, inner);
    }
    if (properties.length === 0) addLooseChild(item, inner, isFirm);
    return;
  }
  for (const { name, kind } of properties) {
    const values = propertyValues(place, kind, name, reading.tree);
    for (const value of values) addProperty(item, value.name, resolved(value.text, kind, place, reading.base));
  }
  for (const included of includedBy(place, reading.tree)) {
    if (!within.has(included))
      collect(included, item, isClassic, reading, new Set([...within, included]), taken, nested);
  }
  for (const child of reading.tree.childrenOf(place)) collect(child, item, isClassic, reading, within, taken, nested);
}

/** A card or an address inside a card belongs to it even where no class says as what. */
function addLooseChild(item: SchemaItem, inner: SchemaItem, isFirm: boolean): void {
  if (inner.types.includes('PostalAddress')) addProperty(item, 'address', inner);
  else addProperty(item, isFirm ? 'worksFor' : 'member', inner);
}

function resolved(text: string, kind: 'text' | 'address', place: Place, base: string): SchemaText {
  const isLink = kind === 'address' && !/^[^/\s]+@[^/\s]+$/.test(text);
  return { text: isLink ? resolvedUrl(text, base) : text, path: pathOf(place), place };
}

/** Elements that this one stands for: `object.include`, `a.include`, `itemref`, a cell's `headers`. */
function includedBy({ node }: Place, { byId }: PropertyTree): Place[] {
  const attrs = node.attrs ?? {};
  const ids: string[] = [];
  if (classesOf(node).includes('include')) ids.push(/#([^#]+)$/.exec(attrs['href'] ?? attrs['data'] ?? '')?.[1] ?? '');
  ids.push(...(attrs['itemref'] ?? '').split(/\s+/), ...(attrs['headers'] ?? '').split(/\s+/));
  return ids.flatMap((id) => (id === '' ? [] : (byId.get(id) ?? [])));
}

function imply(item: SchemaItem, place: Place, reading: Reading, hasNested: boolean): void {
  const from = { path: pathOf(place), place };
  if (!item.properties.has('name') && !hasNested && !hasTexts(item)) {
    const name = impliedName(place, reading.tree);
    if (name !== '') addProperty(item, 'name', { text: name, ...from });
  }
  if (!item.properties.has('url') && !hasNested) {
    const url = impliedUrl(place, reading.tree);
    if (url !== undefined) addProperty(item, 'url', { text: resolvedUrl(url, reading.base), ...from });
  }
}

const hasTexts = (item: SchemaItem): boolean =>
  [...item.properties].some(
    ([name, values]) => name !== 'url' && name !== 'sameAs' && values.some((value) => !isItem(value)),
  );

const PARTS = [
  'streetAddress',
  'extendedAddress',
  'postOfficeBoxNumber',
  'addressLocality',
  'addressRegion',
  'postalCode',
  'addressCountry',
];

/** Parts of an address that stand in the card itself, without an element of their own around them. */
function gatherAddress(item: SchemaItem): void {
  const parts = PARTS.filter((name) => textsOf(item, name).length > 0);
  if (parts.length === 0) {
    const [label] = textsOf(item, 'label');
    if (label !== undefined && !item.properties.has('address'))
      addProperty(item, 'address', { ...label, text: label.text });
    return;
  }
  const address: SchemaItem = {
    types: ['PostalAddress'],
    id: '',
    properties: new Map(),
    path: item.path,
    ...(item.place && { place: item.place }),
  };
  for (const name of parts) for (const value of item.properties.get(name) ?? []) addProperty(address, name, value);
  addProperty(item, 'address', address);
}
