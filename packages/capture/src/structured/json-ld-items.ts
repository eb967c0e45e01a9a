import { addProperty, isItem, localName, type SchemaItem, type SchemaText } from './schema-item.ts';
import type { JsonValue } from './tolerant-json.ts';

type JsonObject = { [key: string]: JsonValue };

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const KEYWORDS = new Set(['@context', '@type', '@id', '@graph', '@reverse', '@index', '@language']);

/**
 * The things a page's JSON-LD speaks of. Values may be texts, lists, nested things, or links by `@id` to a thing that any of
 * the scripts describes; a description split over several objects with one `@id` becomes one thing.
 */
export function jsonLdItems(values: readonly { value: JsonValue; path: string }[]): SchemaItem[] {
  const byId = new Map<string, SchemaItem>();
  const roots: SchemaItem[] = [];
  for (const { value, path } of values) collectRoots(value, path, byId, roots);
  const items = new Set<SchemaItem>();
  for (const root of roots) linkIds(root, byId, items);
  return [...new Set(roots.map((root) => byId.get(root.id) ?? root))];
}

function collectRoots(value: JsonValue, path: string, byId: Map<string, SchemaItem>, roots: SchemaItem[]): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) collectRoots(entry, `${path}[${index}]`, byId, roots);
    return;
  }
  if (!isObject(value)) return;
  const graph = value['@graph'];
  if (graph !== undefined) collectRoots(graph, `${path}['@graph']`, byId, roots);
  if (Object.keys(value).some((key) => !KEYWORDS.has(key)) || value['@type'] !== undefined)
    roots.push(itemOf(value, path, byId));
}

function itemOf(value: JsonObject, path: string, byId: Map<string, SchemaItem>): SchemaItem {
  const id = typeof value['@id'] === 'string' ? value['@id'] : '';
  const known = id === '' ? undefined : byId.get(id);
  const types = [...new Set([...(known?.types ?? []), ...typesOf(value['@type'] ?? null)])];
  const item: SchemaItem = known ?? { types, id, properties: new Map(), path };
  item.types = types;
  if (id !== '') byId.set(id, item);
  for (const [key, entry] of Object.entries(value)) {
    if (!KEYWORDS.has(key)) addValue(item, localName(key), entry, `${path}.${key}`, byId);
  }
  return item;
}

function typesOf(type: JsonValue): string[] {
  const types = Array.isArray(type) ? type : [type];
  return types.filter((entry): entry is string => typeof entry === 'string').map(localName);
}

function addValue(item: SchemaItem, name: string, value: JsonValue, path: string, byId: Map<string, SchemaItem>): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) addValue(item, name, entry, `${path}[${index}]`, byId);
  } else if (isObject(value)) {
    const text = value['@value'];
    if (typeof text === 'string' || typeof text === 'number') addProperty(item, name, { text: String(text), path });
    else addProperty(item, name, itemOf(value, path, byId));
  } else if (value !== null && typeof value !== 'boolean') {
    addProperty(item, name, { text: String(value), path });
  }
}

/** Puts the thing itself where only its `@id` stood, as an object or as a text. */
function linkIds(item: SchemaItem, byId: ReadonlyMap<string, SchemaItem>, seen: Set<SchemaItem>): void {
  if (seen.has(item)) return;
  seen.add(item);
  for (const [name, values] of item.properties) {
    item.properties.set(
      name,
      values.map((value) => linked(name, value, byId)),
    );
  }
  for (const values of item.properties.values())
    for (const value of values) if (isItem(value)) linkIds(value, byId, seen);
}

const HOLDS_TEXT = new Set(['url', 'sameAs', 'image', 'logo', 'name', 'email', 'telephone']);

function linked(
  name: string,
  value: SchemaText | SchemaItem,
  byId: ReadonlyMap<string, SchemaItem>,
): SchemaText | SchemaItem {
  if (isItem(value)) return byId.get(value.id) ?? value;
  return HOLDS_TEXT.has(name) ? value : (byId.get(value.text) ?? value);
}
