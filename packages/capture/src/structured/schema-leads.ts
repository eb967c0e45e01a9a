import type { Candidate, Entity } from '../candidate.ts';
import { emailAddress } from '../email/email-address.ts';
import { decoded } from '../email/mailto.ts';
import type { LeadKind, LeadSource, PhoneKind } from '../lead.ts';
import { phoneFromText } from '../phone/phone-from-text.ts';
import { profileOf } from '../profiles.ts';
import type { ReadingContext } from '../reading-context.ts';
import { addressOf } from './schema-address.ts';
import { isItem, itemsOf, type SchemaItem, type SchemaText, textsOf } from './schema-item.ts';

const COMPANY_TYPE =
  /Organization|Organisation|Business|Corporation|Company|Store|Shop|Restaurant|Hotel|Motel|Hostel|Resort|Agency|Agent|Dentist|Physician|Attorney|LegalService|Notary|School|University|College|NGO|Airline|Clinic|Hospital|Pharmacy|Library|Consortium|Dealer|Service$|Contractor|Plumber|Electrician|Locksmith|Bakery|Brewery|Winery|Cafe|Bar(?:OrPub)?$|Gym|Salon|Museum|Office|Center$|Station|Team$|Bank|Insurance|Cooperative|Church|Museum/;
const NO_COMPANY =
  /^(?:WebSite|WebPage|.*Page|Article|.*Article|BlogPosting|Event|.*Event|Product|Offer|Review|Rating|AggregateRating|PostalAddress|ContactPoint|ImageObject|VideoObject|BreadcrumbList|ItemList|ListItem|SearchAction|.*Action|Service|JobPosting|OpeningHoursSpecification|GeoCoordinates|Country|City|State|Place|AdministrativeArea|CreativeWork|Book|Movie|Recipe|Thing|Brand|QuantitativeValue|Invoice|Comment|Question|Answer|EntryPoint|PropertyValue|FinancialService.*Offer)$/;
const CONTACT_PROPERTIES = ['telephone', 'email', 'faxNumber', 'address', 'contactPoint', 'legalName', 'vatID'];

/** Relations whose other end is met on the page as someone to turn to. */
const LEADS_BEHIND = new Set(
  (
    'department departments subOrganization employee employees founder founders member members contactPoint contactPoints mainEntity about itemListElement item ' +
    'hiringOrganization organizer seller provider broker customer itemReviewed worksFor affiliation memberOf parentOrganization location publisher ' +
    'containsPlace hasPart isPartOf contact experience offers makesOffer accountablePerson manager containedInPlace'
  ).split(' '),
);
/** Relations that name people without offering them. */
const ASIDE = new Set('author creator editor contributor reviewedBy performer alumni education experience'.split(' '));
const CONTACT_POINT = new Set(['contactPoint', 'contactPoints']);

const LONGEST_PATH = 12;

type Reading = {
  context: ReadingContext;
  source: LeadSource;
  add: (candidate: Candidate) => void;
  done: Map<SchemaItem, Entity | null>;
};

/** Turns things of schema.org into candidates, each bound to the person or company it belongs to. */
export function readSchemaLeads(
  items: readonly SchemaItem[],
  source: LeadSource,
  context: ReadingContext,
  add: (candidate: Candidate) => void,
): void {
  const reading: Reading = { context, source, add, done: new Map() };
  for (const item of items) readItem(item, { parent: null, relation: '', isAside: false, depth: 0 }, reading);
}

type Position = { parent: Entity | null; relation: string; isAside: boolean; depth: number };

function readItem(item: SchemaItem, position: Position, reading: Reading): void {
  if (position.depth > LONGEST_PATH || reading.done.has(item)) return;
  const kind = kindOf(item);
  const entity: Entity | null =
    kind === undefined
      ? null
      : {
          id: `${reading.source}:${item.id || item.path}`,
          kind,
          parent: position.parent,
          relation: position.relation,
          isAside: position.isAside,
        };
  reading.done.set(item, entity);
  if (entity !== null) readEntity(item, entity, reading);
  for (const [name, values] of item.properties) {
    const isAside = position.isAside || ASIDE.has(name);
    if (!LEADS_BEHIND.has(name) && !ASIDE.has(name)) continue;
    for (const value of values) {
      if (!isItem(value)) continue;
      if (CONTACT_POINT.has(name) && entity !== null && kindOf(value) !== 'person')
        readContactPoint(value, entity, reading);
      else
        readItem(
          value,
          { parent: entity ?? position.parent, relation: name, isAside, depth: position.depth + 1 },
          reading,
        );
    }
  }
}

function kindOf(item: SchemaItem): LeadKind | undefined {
  if (item.types.includes('Person')) return 'person';
  if (item.types.some((type) => COMPANY_TYPE.test(type)) && !item.types.includes('EmployeeRole')) return 'company';
  if (item.types.some((type) => NO_COMPANY.test(type))) return undefined;
  return CONTACT_PROPERTIES.some((name) => item.properties.has(name)) ? 'company' : undefined;
}

function readEntity(item: SchemaItem, entity: Entity, reading: Reading): void {
  const add = adder(entity, reading);
  const name = nameOf(item);
  if (name !== undefined) add({ field: 'name', value: name.text.replace(/\s+/g, ' ').trim() }, name, 0.95);
  if (entity.kind === 'person') readPerson(item, add);
  readTitles(item, add);
  readFurtherFirms(item, entity, reading);
  readContactValues(item, add, reading);
  for (const address of item.properties.get('address') ?? []) {
    const found = addressOf(address, reading.context.evidence.lang);
    if (found !== undefined)
      add(
        { field: 'address', value: found.raw, address: found },
        { text: found.raw, path: address.path, ...(address.place && { place: address.place }) },
        0.95,
      );
  }
  for (const url of textsOf(item, 'url')) {
    const profile = profileOf(url.text);
    if (profile !== undefined) add({ field: 'profile', value: profile }, url, 0.9);
    else if (/^https?:\/\//i.test(url.text.trim())) add({ field: 'website', value: url.text.trim() }, url, 0.85);
  }
  for (const same of textsOf(item, 'sameAs')) {
    const profile = profileOf(same.text);
    if (profile !== undefined) add({ field: 'profile', value: profile }, same, 0.9);
  }
}

type Adder = (value: ValueOf, from: SchemaText, confidence: number) => void;
type ValueOf = Candidate extends infer C
  ? C extends Candidate
    ? Omit<C, 'raw' | 'source' | 'path' | 'confidence' | 'entity' | 'place'>
    : never
  : never;

function adder(entity: Entity, reading: Reading): Adder {
  return (value, from, confidence) =>
    reading.add({
      ...value,
      raw: from.text,
      source: reading.source,
      path: from.path,
      confidence,
      entity,
      ...(from.place && { place: from.place }),
    });
}

function nameOf(item: SchemaItem): SchemaText | undefined {
  const [name] = textsOf(item, 'name', 'legalName');
  if (name !== undefined) return name;
  const [given] = textsOf(item, 'givenName');
  const [family] = textsOf(item, 'familyName');
  if (given === undefined && family === undefined) return textsOf(item, 'alternateName')[0];
  return {
    text: [given?.text, family?.text].filter((part) => part !== undefined).join(' '),
    path: (given ?? family)?.path ?? item.path,
  };
}

function readTitles(item: SchemaItem, add: Adder): void {
  for (const title of textsOf(item, 'jobTitle', 'roleName'))
    add({ field: 'title', value: title.text.trim() }, title, 0.95);
}

/** A card may name several firms; the person's is the first, the others are mentioned. */
function readFurtherFirms(item: SchemaItem, entity: Entity, reading: Reading): void {
  for (const [index, firm] of textsOf(item, 'worksFor').slice(1).entries()) {
    const other: Entity = {
      id: `${entity.id}:firm${index}`,
      kind: 'company',
      parent: entity,
      relation: 'worksFor',
      isAside: true,
    };
    adder(other, reading)({ field: 'name', value: firm.text.trim() }, firm, 0.8);
  }
}

function readPerson(item: SchemaItem, add: Adder): void {
  for (const occupation of itemsOf(item, 'hasOccupation')) {
    const [title] = textsOf(occupation, 'name');
    if (title !== undefined && textsOf(item, 'jobTitle').length === 0)
      add({ field: 'title', value: title.text.trim() }, title, 0.85);
  }
  for (const relation of ['worksFor', 'affiliation', 'memberOf']) {
    const [text] = textsOf(item, relation);
    const named =
      text ??
      itemsOf(item, relation)
        .map(nameOf)
        .find((name) => name !== undefined);
    if (named === undefined || /^https?:/.test(named.text)) continue;
    add({ field: 'company', value: named.text.trim() }, named, relation === 'worksFor' ? 0.95 : 0.8);
    return;
  }
}

function readContactPoint(item: SchemaItem, entity: Entity, reading: Reading): void {
  if (reading.done.has(item)) return;
  reading.done.set(item, null);
  readContactValues(item, adder(entity, reading), reading);
}

function readContactValues(item: SchemaItem, add: Adder, reading: Reading): void {
  for (const text of textsOf(item, 'email')) {
    for (const piece of decoded(text.text.replace(/^\s*mailto:/i, '').replace(/\?.*$/, '')).split(/[,;\s]+/)) {
      const value = emailAddress(piece);
      if (value !== undefined) add({ field: 'email', value, email: { value } }, text, 0.96);
    }
  }
  const isFax = textsOf(item, 'contactType').some((text) => /\bfax\b/i.test(text.text));
  for (const [name, kind] of [
    ['telephone', isFax ? 'fax' : 'tel'],
    ['phone', 'tel'],
    ['mobile', 'mobile'],
    ['faxNumber', 'fax'],
  ] as const) {
    for (const text of textsOf(item, name)) readPhone(text, kind, add, reading);
  }
}

function readPhone(text: SchemaText, kind: PhoneKind, add: Adder, reading: Reading): void {
  const written = text.text.replace(/^\s*(?:tel|fax|callto):/i, '').trim();
  const read = phoneFromText(written, reading.context);
  if (read === undefined) return;
  const phone = { value: written, e164: read.e164, kind: kind === 'tel' && read.isMobile ? ('mobile' as const) : kind };
  add(
    {
      field: 'phone',
      value: written,
      phone: read.extension === undefined ? phone : { ...phone, extension: read.extension },
    },
    text,
    0.95,
  );
}
