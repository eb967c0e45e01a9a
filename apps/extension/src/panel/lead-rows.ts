import type { LeadField, LeadPhone } from '@milepost/capture/lead';
import type { ClippedLead, ClippedProvenance } from '../outbox/clip.ts';
import { readTypedPhone } from './typed-phone.ts';

/** One value on a card: `index` counts within its field, 0 for the fields that have one value. */
export type LeadRow = {
  field: LeadField;
  index: number;
  value: string;
  /** Where it came from; null where nobody knows (a value of the page that no source claims). */
  origin: ClippedProvenance | null;
  /** For phones: what kind of line, and its extension. */
  phone: LeadPhone | null;
};

const SINGLE = ['name', 'title', 'company'] as const satisfies LeadField[];
type SingleField = (typeof SINGLE)[number];
export type ListField = Exclude<LeadField, SingleField>;
const isSingle = (field: LeadField): field is SingleField => SINGLE.includes(field as SingleField);

/** The values of a field that can have several, as text. */
function listOf(lead: ClippedLead, field: ListField): string[] {
  if (field === 'email') return lead.emails.map((email) => email.value);
  if (field === 'phone') return lead.phones.map((phone) => phone.value);
  if (field === 'address') return lead.addresses.map((address) => address.raw);
  return field === 'website' ? lead.websites : lead.profiles;
}

/** The best claim for a value: of several sources the surest one. */
export function originOf(lead: ClippedLead, field: LeadField, value: string): ClippedProvenance | null {
  const claims = lead.provenance.filter((origin) => origin.field === field && origin.value === value);
  return claims.reduce<ClippedProvenance | null>(
    (best, claim) => (best === null || claim.confidence > best.confidence ? claim : best),
    null,
  );
}

/** The rows of a card, in the order they are shown; name, title and company are there even when empty (a company has no title). */
export function rowsOf(lead: ClippedLead): LeadRow[] {
  const row = (field: LeadField, index: number, value: string): LeadRow => ({
    field,
    index,
    value,
    origin: originOf(lead, field, value),
    phone: field === 'phone' ? (lead.phones[index] ?? null) : null,
  });
  const singles = SINGLE.filter((field) => lead.kind === 'person' || field === 'name' || lead[field] !== null);
  return [
    ...singles.map((field) => row(field, 0, lead[field] ?? '')),
    ...(['email', 'phone', 'address', 'website', 'profile'] as const).flatMap((field) =>
      listOf(lead, field).map((value, index) => row(field, index, value)),
    ),
  ];
}

/** A value a person typed; `country` is theirs, for numbers written without one. */
export type TypedValue = { value: string; country: string | null };

/** Writes a value over what was there. The old value's provenance goes with it, `typed` takes its place and keeps the raw text. */
export function withValue(lead: ClippedLead, row: LeadRow, typed: TypedValue): ClippedLead {
  const value = typed.value.trim();
  if (value === row.value) return lead;
  if (value === '') return withoutRow(lead, row);
  const origin: ClippedProvenance = {
    field: row.field,
    value,
    raw: row.origin?.raw ?? '',
    source: 'typed',
    path: row.origin?.path ?? '',
    confidence: 1,
  };
  const provenance = [...lead.provenance.filter((entry) => !speaksOf(entry, row)), origin];
  if (isSingle(row.field)) return { ...lead, [row.field]: value, provenance };
  return { ...replaced(lead, row.field, row.index, { value, country: typed.country }), provenance };
}

/** Takes a value away, and what was said of it. */
export function withoutRow(lead: ClippedLead, row: LeadRow): ClippedLead {
  const provenance = lead.provenance.filter((entry) => !speaksOf(entry, row));
  if (isSingle(row.field)) return { ...lead, [row.field]: null, provenance };
  const others = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== row.index);
  const next = { ...lead, provenance };
  if (row.field === 'email') next.emails = others(lead.emails);
  else if (row.field === 'phone') next.phones = others(lead.phones);
  else if (row.field === 'address') next.addresses = others(lead.addresses);
  else if (row.field === 'website') next.websites = others(lead.websites);
  else next.profiles = others(lead.profiles);
  return next;
}

/** Adds a value that the page did not offer. Empty text adds nothing. */
export function withAdded(lead: ClippedLead, field: ListField, typed: TypedValue): ClippedLead {
  const value = typed.value.trim();
  if (value === '' || listOf(lead, field).includes(value)) return lead;
  const origin: ClippedProvenance = { field, value, raw: '', source: 'typed', path: '', confidence: 1 };
  return {
    ...replaced(lead, field, listOf(lead, field).length, { value, country: typed.country }),
    provenance: [...lead.provenance, origin],
  };
}

function speaksOf(entry: ClippedProvenance, row: LeadRow): boolean {
  return entry.field === row.field && entry.value === row.value;
}

/** A typed address is kept as it was written, without parts: taking them from it again would be a guess at what was meant. */
function replaced(lead: ClippedLead, field: ListField, at: number, { value, country }: TypedValue): ClippedLead {
  const put = <T>(list: readonly T[], item: T): T[] => [...list.slice(0, at), item, ...list.slice(at + 1)];
  if (field === 'email') return { ...lead, emails: put(lead.emails, { value }) };
  if (field === 'phone') {
    const typed = { value, country, before: lead.phones[at] ?? null, beside: lead.phones };
    return { ...lead, phones: put(lead.phones, readTypedPhone(typed)) };
  }
  if (field === 'address') {
    const parts = { street: null, city: null, region: null, postcode: null, country: null };
    return { ...lead, addresses: put(lead.addresses, { raw: value, ...parts }) };
  }
  if (field === 'website') return { ...lead, websites: put(lead.websites, value) };
  return { ...lead, profiles: put(lead.profiles, value) };
}

/** How sure a source is, in a word. `confidence` is a ratio between 0 and 1. */
export function confidenceWord(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.6 ? 'likely' : 'unsure';
}
