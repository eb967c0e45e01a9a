import type { Place } from '../page-text.ts';

/** A value of a property, with the text it was read from and, on the visible page, its element. */
export type SchemaText = { text: string; path: string; place?: Place };

/** A thing of schema.org, however the page writes it: JSON-LD, microdata or RDFa. */
export type SchemaItem = {
  /** Local names of its types, without the vocabulary ("Person"). */
  types: readonly string[];
  id: string;
  properties: Map<string, (SchemaText | SchemaItem)[]>;
  path: string;
  place?: Place;
};

export const isItem = (value: SchemaText | SchemaItem): value is SchemaItem => 'types' in value;

/** "https://schema.org/Person", "schema:Person" and "Person" are one type. */
export const localName = (type: string): string => type.replace(/^.*[/#:]/, '').trim();

export function addProperty(item: SchemaItem, name: string, value: SchemaText | SchemaItem): void {
  const values = item.properties.get(name);
  if (values === undefined) item.properties.set(name, [value]);
  else values.push(value);
}

/** Texts of the first of these properties that has any. */
export function textsOf(item: SchemaItem, ...names: string[]): SchemaText[] {
  for (const name of names) {
    const texts = (item.properties.get(name) ?? []).filter(
      (value): value is SchemaText => !isItem(value) && value.text.trim() !== '',
    );
    if (texts.length > 0) return texts;
  }
  return [];
}

export const itemsOf = (item: SchemaItem, name: string): SchemaItem[] =>
  (item.properties.get(name) ?? []).filter(isItem);
