import type { Candidate } from '../candidate.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { microformatItems } from '../structured/microformat-items.ts';
import { addressOf } from '../structured/schema-address.ts';
import { isItem, itemsOf, type SchemaItem } from '../structured/schema-item.ts';
import { readSchemaLeads } from '../structured/schema-leads.ts';

const CONTACT = ['email', 'telephone', 'mobile', 'faxNumber', 'url', 'address', 'jobTitle', 'roleName'];

/** People, companies and addresses marked up with microformats, newer or classic. */
export function microformatsSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const { evidence } = context;
  const items = microformatItems(context.places, evidence.base || evidence.url);
  budget.check();
  const cards = items.filter((item) => item.types.some((type) => type === 'Person' || type === 'Organization'));
  const isBare = (item: SchemaItem): boolean => !CONTACT.some((name) => item.properties.has(name));
  for (const item of items) {
    budget.check();
    if (item.types.includes('PostalAddress')) addAddress(item, context, add);
    // Many names without a way to reach any of them are a list of places, not of leads.
    else if (!cards.includes(item) || !isBare(item) || cards.length === 1)
      readSchemaLeads([item], 'microformat', context, add);
    else readSchemaLeads([item], 'microformat', context, (candidate) => add(asMentioned(candidate)));
    for (const place of item.types.includes('CreativeWork') ? itemsOf(item, 'location') : [])
      if (place.types.includes('PostalAddress')) addAddress(place, context, add);
  }
}

function asMentioned(candidate: Candidate): Candidate {
  return candidate.entity === undefined ? candidate : { ...candidate, entity: { ...candidate.entity, isAside: true } };
}

/** An address that stands by itself is the page's; one without a street (where an event is, where a guest comes from) is only mentioned. */
function addAddress(item: SchemaItem, context: ReadingContext, add: (candidate: Candidate) => void): void {
  const address = addressOf(item, context.evidence.lang);
  if (address === undefined) return;
  const found = {
    raw: address.raw,
    source: 'microformat' as const,
    path: item.path,
    confidence: 0.9,
    ...(item.place && { place: item.place }),
  };
  const hasStreet = address.street !== null || address.postcode !== null;
  const isPlain = [...item.properties.values()].flat().every((value) => !isItem(value)) && item.properties.size === 1;
  if (hasStreet || isPlain) add({ ...found, field: 'address', value: address.raw, address });
  else {
    const entity = {
      id: `microformat:${item.path}`,
      kind: 'company' as const,
      parent: null,
      relation: '',
      isAside: true,
    };
    add({ ...found, field: 'address', value: address.raw, address, entity });
  }
}
