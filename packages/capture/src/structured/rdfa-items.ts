import { type Place, pathOf, textOf } from '../page-text.ts';
import { resolvedUrl } from './property-tree.ts';
import { addProperty, localName, type SchemaItem, type SchemaText } from './schema-item.ts';

/** Names of older vocabularies (data-vocabulary.org, FOAF, vCard in RDF) in words of schema.org. */
const SCHEMA_NAMES: Record<string, string> = {
  fn: 'name',
  tel: 'telephone',
  phone: 'telephone',
  mbox: 'email',
  hasEmail: 'email',
  hasTelephone: 'telephone',
  homepage: 'url',
  adr: 'address',
  hasAddress: 'address',
  org: 'worksFor',
  'organization-name': 'worksFor',
  title: 'jobTitle',
  role: 'roleName',
  givenname: 'givenName',
  'given-name': 'givenName',
  'family-name': 'familyName',
  'street-address': 'streetAddress',
  locality: 'addressLocality',
  region: 'addressRegion',
  'postal-code': 'postalCode',
  'country-name': 'addressCountry',
};
const SCHEMA_TYPES: Record<string, string> = {
  Address: 'PostalAddress',
  Agent: 'Organization',
  VCard: 'Person',
  Individual: 'Person',
  BusinessEntity: 'Organization',
};
const ADDRESS_PROPERTIES = new Set(['url', 'sameAs', 'image', 'logo', 'email', 'telephone', 'faxNumber']);
/** `og:title`, `article:author`: what a page says of itself to networks, no thing of its own. */
const OF_NETWORKS = /^(?:og|fb|article|twitter|product|al):/i;

type Open = { item: SchemaItem; place: Place };

/**
 * The things a page marks up with RDFa or RDFa Lite, top level first: `typeof` opens one, `property` (or `rel`, from one thing to
 * the next) gives its values, `content=` wins over the text.
 */
export function rdfaItems(places: readonly Place[], base: string): SchemaItem[] {
  const items: SchemaItem[] = [];
  const open: Open[] = [];
  const relations: { names: string[]; place: Place }[] = [];
  for (const place of places) {
    const attrs = place.node.attrs;
    while (open.length > 0 && place.order > (open.at(-1)?.place.last ?? 0)) open.pop();
    while (relations.length > 0 && place.order > (relations.at(-1)?.place.last ?? 0)) relations.pop();
    if (attrs === undefined || place.node.hidden === true) continue;
    const parent = open.at(-1)?.item;
    const names = namesIn(attrs['property'] ?? '');
    const types = namesIn(attrs['typeof'] ?? '');
    if (types.length > 0) {
      const item: SchemaItem = {
        types: types.map((type) => SCHEMA_TYPES[type] ?? type),
        id: attrs['resource'] ?? attrs['about'] ?? '',
        properties: new Map(),
        path: pathOf(place),
        place,
      };
      const said = names.length > 0 ? names : (relations.at(-1)?.names ?? []);
      if (parent === undefined || said.length === 0) items.push(item);
      else for (const name of said) addProperty(parent, name, item);
      open.push({ item, place });
    } else if (parent !== undefined) {
      for (const name of names) addProperty(parent, name, valueAt(place, name, base));
      const rel =
        attrs['rel'] !== undefined && place.node.tag !== 'a' && place.node.tag !== 'link' ? namesIn(attrs['rel']) : [];
      if (rel.length > 0) relations.push({ names: rel, place });
    }
  }
  return items;
}

const namesIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .filter((name) => name !== '' && !OF_NETWORKS.test(name))
    .map(localName)
    .map((name) => SCHEMA_NAMES[name] ?? name);

function valueAt(place: Place, name: string, base: string): SchemaText {
  const { attrs = {}, tag } = place.node;
  const from = { path: pathOf(place), place };
  if (attrs['content'] !== undefined) return { text: attrs['content'], ...from };
  if (ADDRESS_PROPERTIES.has(name)) {
    const target = attrs['resource'] ?? attrs['href'] ?? attrs['src'];
    if (target !== undefined) return { text: resolvedUrl(target, base), ...from };
  }
  if (tag === 'time') return { text: attrs['datetime'] ?? textOf(place.node), ...from };
  return { text: textOf(place.node), ...from };
}
