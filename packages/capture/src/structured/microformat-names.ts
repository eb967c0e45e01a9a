/** What a property of a card is called in schema.org, for `p-`/`u-` names and for the classic ones alike. */
const SCHEMA_NAMES: Record<string, string> = {
  name: 'name',
  'given-name': 'givenName',
  'family-name': 'familyName',
  'additional-name': 'additionalName',
  nickname: 'alternateName',
  'job-title': 'jobTitle',
  title: 'jobTitle',
  role: 'roleName',
  org: 'worksFor',
  'organization-name': 'worksFor',
  email: 'email',
  tel: 'telephone',
  url: 'url',
  uid: 'sameAs',
  adr: 'address',
  'street-address': 'streetAddress',
  'extended-address': 'extendedAddress',
  'post-office-box': 'postOfficeBoxNumber',
  locality: 'addressLocality',
  region: 'addressRegion',
  'postal-code': 'postalCode',
  'country-name': 'addressCountry',
  label: 'label',
  geo: 'geo',
  author: 'author',
  contact: 'contact',
  location: 'location',
  organizer: 'organizer',
  affiliation: 'affiliation',
  experience: 'experience',
  education: 'education',
};

/** Classic roots and what they became. */
const CLASSIC_ROOTS: Record<string, string> = {
  vcard: 'h-card',
  adr: 'h-adr',
  hresume: 'h-resume',
  hentry: 'h-entry',
  vevent: 'h-event',
  hreview: 'h-review',
  hproduct: 'h-product',
};

const CLASSIC_PROPERTIES = new Set(
  (
    'fn given-name family-name additional-name nickname title role org organization-name email tel url uid adr street-address ' +
    'extended-address post-office-box locality region postal-code country-name label geo author contact location organizer affiliation experience education'
  ).split(' '),
);

const PROPERTY = /^(p|u|dt|e)-([a-z]+(?:-[a-z]+)*)$/;
const ROOT = /^h-[a-z]+(?:-[a-z]+)*$/;

/** How a property's value is to be taken. */
export type ValueKind = 'text' | 'address';
export type Property = { name: string; kind: ValueKind };

/** Roots of the newer kind that an element opens, else of the classic kind. */
export function rootsOf(classes: readonly string[]): { types: string[]; isClassic: boolean } {
  const newer = classes.filter((name) => ROOT.test(name));
  if (newer.length > 0) return { types: newer, isClassic: false };
  return { types: classes.flatMap((name) => CLASSIC_ROOTS[name] ?? []), isClassic: true };
}

const ADDRESSES = new Set(['email', 'url', 'uid']);

/** Properties that an element's classes name, in words of schema.org. */
export function propertiesOf(classes: readonly string[], isClassic: boolean): Property[] {
  return classes.flatMap((written) => {
    const match = PROPERTY.exec(written);
    const name =
      match?.[2] ?? (isClassic && CLASSIC_PROPERTIES.has(written) ? (written === 'fn' ? 'name' : written) : undefined);
    const schema = name === undefined ? undefined : SCHEMA_NAMES[name];
    if (schema === undefined || name === undefined) return [];
    const kind: ValueKind = match?.[1] === 'u' || (match === null && ADDRESSES.has(name)) ? 'address' : 'text';
    return [{ name: schema, kind }];
  });
}

/** Whether the classes name any property of the newer kind: then no name is implied. */
export const hasNewerProperty = (classes: readonly string[], prefixes: string): boolean =>
  classes.some((name) => PROPERTY.test(name) && prefixes.includes(name.slice(0, name.indexOf('-'))));
