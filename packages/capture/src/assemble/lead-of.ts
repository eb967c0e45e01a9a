import type { Candidate, CandidateOf } from '../candidate.ts';
import type { LeadAddress, LeadCandidate, LeadEmail, LeadKind, LeadPhone, Provenance } from '../lead.ts';

/** One lead out of the candidates that belong to it: each value once, surest first, with where it was taken from. */
export function leadOf(kind: LeadKind, candidates: readonly Candidate[]): LeadCandidate {
  const sorted = [...candidates].sort((one, other) => other.confidence - one.confidence);
  const lead: LeadCandidate = {
    kind,
    name: first(sorted, 'name'),
    title: first(sorted, 'title'),
    company: first(sorted, 'company'),
    emails: emailsOf(candidates),
    phones: phonesOf(candidates),
    addresses: addressesOf(candidates),
    websites: distinctSites(valuesOf(candidates, 'website')),
    profiles: [...new Set(valuesOf(candidates, 'profile'))],
    provenance: [],
  };
  lead.provenance = sorted.filter((candidate) => isKept(candidate, lead)).map(provenanceOf);
  return lead;
}

function first(candidates: readonly Candidate[], field: 'name' | 'title' | 'company'): string | null {
  return candidates.find((candidate) => candidate.field === field)?.value ?? null;
}

const valuesOf = (candidates: readonly Candidate[], field: Candidate['field']): string[] =>
  candidates.filter((candidate) => candidate.field === field).map((candidate) => candidate.value);

/** With and without `www.`, scheme and closing slash it is one site. */
function distinctSites(urls: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const url of urls) {
    const tidy = url.replace(/^(https?:\/\/[^/]+)\/$/i, '$1');
    const key = tidy.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '');
    if (!byKey.has(key)) byKey.set(key, tidy);
  }
  return [...byKey.values()];
}

const ofField = <F extends Candidate['field']>(candidates: readonly Candidate[], field: F): CandidateOf<F>[] =>
  candidates.filter((candidate): candidate is CandidateOf<F> => candidate.field === field);

function emailsOf(candidates: readonly Candidate[]): LeadEmail[] {
  const byKey = new Map<string, LeadEmail>();
  for (const { email } of ofField(candidates, 'email')) {
    const key = email.value.toLowerCase();
    const known = byKey.get(key);
    if (known === undefined || (known.decoded === true && email.decoded === undefined)) byKey.set(key, email);
  }
  return [...byKey.values()];
}

/** The same line shown twice is one: its number by E.164 or by digits, its extension. A link adds nothing to the text it wraps. */
function phonesOf(candidates: readonly Candidate[]): LeadPhone[] {
  const phones = ofField(candidates, 'phone');
  const extended = new Set(
    phones
      .filter((found) => found.phone.extension !== undefined && found.source !== 'link')
      .map((found) => numberKey(found.phone)),
  );
  const byKey = new Map<string, CandidateOf<'phone'>>();
  for (const found of phones) {
    const { phone, source } = found;
    if (source === 'link' && phone.extension === undefined && extended.has(numberKey(phone))) continue;
    const key = `${numberKey(phone)};${phone.extension ?? ''}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, found);
    else if (isOtherUse(known, found)) byKey.set(`${key};${phone.kind}`, found);
    else if (tellsMore(found, known))
      byKey.set(key, { ...known, ...said(found), phone: { ...known.phone, kind: phone.kind } });
  }
  return [...byKey.values()].map((found) => found.phone);
}

/** One number under two labels ("Phone 555 0100, Fax 555 0100") is both. */
const isOtherUse = (one: CandidateOf<'phone'>, other: CandidateOf<'phone'>): boolean =>
  one.isKindSaid === true && other.isKindSaid === true && (one.phone.kind === 'fax') !== (other.phone.kind === 'fax');

const tellsMore = (one: CandidateOf<'phone'>, other: CandidateOf<'phone'>): boolean =>
  (one.isKindSaid === true && other.isKindSaid === undefined) ||
  (other.phone.kind === 'tel' && one.phone.kind !== 'tel');

const said = (found: CandidateOf<'phone'>): { isKindSaid?: true } =>
  found.isKindSaid === true ? { isKindSaid: true } : {};

const numberKey = (phone: LeadPhone): string => phone.e164 ?? phone.value.replace(/\D/g, '');

const foldAddress = (raw: string): string => raw.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** An address read in part inside one read in full is the same address. */
function addressesOf(candidates: readonly Candidate[]): LeadAddress[] {
  const kept: LeadAddress[] = [];
  const richestFirst = ofField(candidates, 'address')
    .map((candidate) => candidate.address)
    .sort((one, other) => parts(other) - parts(one));
  for (const address of richestFirst) {
    const fold = foldAddress(address.raw);
    const same = kept.findIndex((known) => isSameAddress(known, address));
    const known = kept[same];
    if (known === undefined) kept.push(address);
    else if (foldAddress(known.raw).length < fold.length && parts(known) > parts(address))
      kept[same] = { ...known, raw: address.raw };
  }
  return kept;
}

/** One inside the other, or the same street in the same postal code, however the rest is written. */
function isSameAddress(one: LeadAddress, other: LeadAddress): boolean {
  const first = foldAddress(one.raw);
  const second = foldAddress(other.raw);
  if (first.includes(second) || second.includes(first)) return true;
  if (one.street === null || other.street === null || one.postcode === null || other.postcode === null) return false;
  const codes = [foldAddress(one.postcode), foldAddress(other.postcode)];
  const isSameCode =
    codes[0] === codes[1] || codes[0]?.endsWith(codes[1] ?? '-') || codes[1]?.endsWith(codes[0] ?? '-');
  return isSameCode === true && foldAddress(one.street).slice(0, 12) === foldAddress(other.street).slice(0, 12);
}

const parts = (address: LeadAddress): number =>
  [address.street, address.city, address.region, address.postcode, address.country].filter((part) => part !== null)
    .length;

function isKept(candidate: Candidate, lead: LeadCandidate): boolean {
  if (candidate.field === 'name') return candidate.value === lead.name;
  if (candidate.field === 'title') return candidate.value === lead.title;
  if (candidate.field === 'company') return candidate.value === lead.company;
  return true;
}

function provenanceOf(candidate: Candidate): Provenance {
  const provenance: Provenance = {
    field: candidate.field,
    value: candidate.value,
    raw: candidate.raw,
    source: candidate.source,
    path: candidate.path,
    confidence: Math.round(candidate.confidence * 100) / 100,
  };
  if (candidate.offset !== undefined) provenance.offset = candidate.offset;
  if (candidate.decoded === true) provenance.decoded = true;
  return provenance;
}
