import { foldCompany } from '../company/name-trace.ts';
import { isFreeMail, ownLabel } from '../company/site-host.ts';
import { countryNamed } from '../country/country-names.ts';
import { domainOf } from '../email/email-address.ts';
import type { LeadCandidate, LeadField, LeadReading } from '../lead.ts';
import type { MailParty } from '../mail-message.ts';
import { type Line, type PageText, pathOf, placeAt } from '../page-text.ts';
import { isJobTitle, tidyTitle } from '../people/job-title.ts';
import { personName } from '../people/person-name.ts';
import { readLeadsIn } from '../read-leads.ts';
import type { ReadOptions } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';
import { hasLegalForm, namesOrganisation } from '../vocabulary/legal-forms.ts';
import { partyLead } from './party-lead.ts';
import { signatureLines } from './signature.ts';

/** A part of a page: some of its lines and the elements they stand in, with the paths they have in the whole. */
export function partOf(page: PageText, from: number, to: number): PageText {
  const lines = page.lines.slice(from, to).map((line, index) => ({ ...line, index }));
  const orders = lines.flatMap((line) => line.segments.map((segment) => segment.place.order));
  const first = Math.min(...orders);
  const last = Math.max(...orders);
  return { ...page, lines, places: page.places.filter((place) => place.order >= first && place.order <= last) };
}

/**
 * The sender of a mail with what the signature says: name, title, company and every way to reach them. Prose above the signature
 * mentions people and addresses, and gives none of them. `own` are the page's lines that the sender wrote.
 */
export function readSender(
  own: PageText,
  from: MailParty | null,
  options: ReadOptions,
): { sender: LeadCandidate | null; failures: LeadReading['failures'] } {
  const texts = own.lines.map((line) => line.text);
  const found = signatureLines(texts, from?.name ?? '');
  const named = from === null ? null : partyLead(from, 'mail-header', 'from');
  if (found === undefined) return { sender: named, failures: [] };
  const signature = partOf(own, found.from, found.to);
  const reading = readLeadsIn(
    { ...signature, evidence: { ...signature.evidence, title: '', url: '', base: '' } },
    options,
  );
  const all = [...reading.leads, ...reading.more];
  const person =
    all.find((lead) => lead.kind === 'person' && (from === null || isParty(lead, from))) ??
    (from?.name === '' || from === null ? all.find((lead) => lead.kind === 'person') : undefined);
  const sender = named ?? person ?? null;
  if (sender === null) return { sender: null, failures: reading.failures };
  if (sender !== person && person !== undefined) takeNames(sender, person);
  for (const lead of all) if (lead !== sender) takeContacts(sender, lead);
  readTitle(sender, signature.lines);
  readCompany(sender, signature.lines, from);
  if (sender.company === null && person !== undefined) takeField(sender, person, 'company');
  readPlace(sender, signature.lines);
  return { sender, failures: reading.failures };
}

function isParty(lead: LeadCandidate, from: MailParty): boolean {
  if (lead.emails.some((email) => email.value.toLowerCase() === from.email.toLowerCase())) return true;
  const [one, other] = [lead.name ?? '', from.name].map((name) => foldCompany(name));
  return (
    one !== undefined &&
    other !== undefined &&
    one !== '' &&
    (one === other || (other !== '' && (one.startsWith(other) || other.startsWith(one))))
  );
}

/** Name and title of the signature; a header's name stays where it says more. */
function takeNames(sender: LeadCandidate, person: LeadCandidate): void {
  const isFuller = (person.name?.length ?? 0) > (sender.name?.length ?? 0);
  for (const field of ['name', 'title', 'company'] as const) {
    if (person[field] === null || (field === 'name' && !isFuller)) continue;
    if (!isShared(person, field)) takeField(sender, person, field);
  }
  sender.kind = 'person';
}

/** What a page would share among its people is the sender's own in a signature: the line that says it is looked for again. */
const isShared = (person: LeadCandidate, field: LeadField): boolean =>
  person.provenance.some((entry) => entry.field === field && entry.source === 'inherited');

function takeField(sender: LeadCandidate, person: LeadCandidate, field: 'name' | 'title' | 'company'): void {
  sender[field] = person[field];
  sender.provenance = sender.provenance.filter((entry) => entry.field !== field);
  sender.provenance.push(...person.provenance.filter((entry) => entry.field === field));
}

const CONTACTS = new Set<LeadField>(['email', 'phone', 'address', 'website', 'profile']);

/** Everything that reaches somebody and stands in a signature reaches its sender. */
function takeContacts(sender: LeadCandidate, lead: LeadCandidate): void {
  const known = new Set(sender.emails.map((email) => email.value.toLowerCase()));
  sender.emails.push(...lead.emails.filter((email) => !known.has(email.value.toLowerCase())));
  sender.phones.push(
    ...lead.phones.filter(
      (phone) => !sender.phones.some((other) => other.value === phone.value && other.kind === phone.kind),
    ),
  );
  sender.addresses.push(...lead.addresses);
  sender.websites.push(...lead.websites.filter((site) => !sender.websites.includes(site)));
  sender.profiles.push(...lead.profiles.filter((profile) => !sender.profiles.includes(profile)));
  sender.provenance.push(...lead.provenance.filter((entry) => CONTACTS.has(entry.field)));
}

function put(sender: LeadCandidate, field: 'title' | 'company', value: string, line: Line, confidence: number): void {
  sender[field] = value;
  const offset = Math.max(0, line.text.indexOf(value));
  sender.provenance.push({
    field,
    value,
    raw: value,
    source: 'signature',
    path: pathOf(placeAt(line, offset)),
    offset,
    confidence,
  });
}

/** 张经理 in a signature: a position behind a family name. */
const CJK_TITLE =
  /[\u4e00-\u9fff](总经理|副总经理|经理|經理|总监|主任|主管|部长|部長|社長|課長|店长|厂长|工程师|顾问|律师|老师|팀장|과장|부장|대리|사장)(?![\u4e00-\u9fff]{2})/u;

function readTitle(sender: LeadCandidate, lines: readonly Line[]): void {
  if (sender.title !== null || sender.kind !== 'person') return;
  for (const line of lines) {
    const piece = line.text.split(/\s*[|•·]\s*/).find((part) => isJobTitle(part) && personName(part) === undefined);
    const title = piece === undefined ? CJK_TITLE.exec(line.text)?.[1] : tidyTitle(piece);
    if (title === undefined) continue;
    put(sender, 'title', title, line, piece === undefined ? 0.6 : 0.8);
    return;
  }
}

/** The sender's firm: a name with its legal form, else one that the address bears, else what stands below the title. */
function readCompany(sender: LeadCandidate, lines: readonly Line[], from: MailParty | null): void {
  if (sender.company !== null) return;
  const domain = from === null ? '' : domainOf(from.email);
  const label = domain === '' || isFreeMail(domain) ? '' : foldCompany(ownLabel(domain));
  const titled = lines.findIndex((line) => sender.title !== null && line.text.includes(sender.title));
  const named = lines.flatMap((line) =>
    line.text
      .split(/\s*[|•·]\s*/)
      .map((text) => ({ line, name: text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '') }))
      .filter(({ name }) => mayBeCompany(name, sender)),
  );
  const isBelowTitle = (line: Line, name: string): boolean =>
    titled >= 0 && line.index === titled + 1 && /^\p{Lu}/u.test(name) && name.split(' ').length <= 6;
  const surest =
    named.find(({ name }) => hasLegalForm(name)) ??
    named.find(({ name }) => label.length > 2 && foldCompany(name).includes(label));
  const found = surest ?? named.find(({ line, name }) => isBelowTitle(line, name) || namesOrganisation(name));
  if (found !== undefined) put(sender, 'company', found.name, found.line, surest === undefined ? 0.65 : 0.9);
}

function mayBeCompany(name: string, sender: LeadCandidate): boolean {
  if (name.length < 2 || name.length > 80 || /@|https?:|www\.|\d{3}/.test(name)) return false;
  if (name === sender.title || name === sender.name || isJobTitle(name) || fieldOfWholeLabel(name) !== undefined)
    return false;
  if (/[:：，。！？!?；;]/u.test(name) || countryNamed(name, '') !== undefined) return false;
  const person = personName(name);
  return person === undefined || person.confidence < 0.5 || hasLegalForm(name);
}

const TOWN_AND_COUNTRY = /^[\p{Lu}\u4e00-\u9fff][\p{L}\s.'’-]+(?:\(\p{Lu}{2}\)|,)?\s*[,–-]?\s*([\p{L}\s.]{3,30})$/u;

/** A signature often says no more than town and country. */
function readPlace(sender: LeadCandidate, lines: readonly Line[]): void {
  if (sender.addresses.length > 0) return;
  for (const line of lines) {
    const last = TOWN_AND_COUNTRY.exec(line.text) === null ? '' : (line.text.split(/[\s,()–-]+/).at(-1) ?? '');
    const country = last === '' || line.text === sender.company ? undefined : countryNamed(last, '');
    if (country === undefined || line.text.length > 60 || !/[,()–-]/.test(line.text)) continue;
    sender.addresses.push({ raw: line.text, street: null, city: null, region: null, postcode: null, country });
    sender.provenance.push({
      field: 'address',
      value: line.text,
      raw: line.text,
      source: 'signature',
      path: pathOf(line.block),
      offset: 0,
      confidence: 0.6,
    });
    return;
  }
}
