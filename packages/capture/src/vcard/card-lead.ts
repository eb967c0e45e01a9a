import { countryNamed } from '../country/country-names.ts';
import { emailAddress } from '../email/email-address.ts';
import type { LeadAddress, LeadCandidate, LeadField, LeadPhone, PhoneKind } from '../lead.ts';
import { phoneFromText } from '../phone/phone-from-text.ts';
import { profileOf } from '../profiles.ts';
import type { ReadOptions } from '../reading-context.ts';
import { componentsOf, hasType, unescaped, type VcardLine } from './vcard-line.ts';

/** A line of a card with its text, decoded. */
type Said = readonly [line: VcardLine, text: string];

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** `N` is family; given; additional; prefix; suffix. Forms of address and degrees are no part of a name to be found by. */
function nameOf(structured: string): string {
  const [family = '', given = '', additional = ''] = componentsOf(structured);
  if (EAST_ASIAN.test(family + given)) return `${family}${additional}${given}`;
  return [given, additional.replaceAll(',', ' '), family].filter(Boolean).join(' ').trim();
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|sr|sra)\.?\s+(?=\p{L})/iu;
const SUFFIX = /,?\s+(?:jr|sr|ph\.?d|m\.?d|esq|mba)\.?$/iu;
const PREFERRED: PhoneKind[] = ['fax', 'mobile', 'pager', 'home'];
const KIND_TYPES: Partial<Record<PhoneKind, string[]>> = {
  fax: ['fax'],
  mobile: ['cell', 'mobile', 'iphone'],
  pager: ['pager'],
  home: ['home'],
};

function kindOf(line: VcardLine): PhoneKind {
  return PREFERRED.find((kind) => KIND_TYPES[kind]?.some((type) => hasType(line, type)) === true) ?? 'tel';
}

/** Handles of networks that cards of different programs name in their own way. */
const HANDLES: Record<string, string> = {
  'X-QQ': 'qq',
  'X-SKYPE': 'skype',
  'X-SKYPE-USERNAME': 'skype',
  'X-WECHAT': 'weixin',
  'X-WEIXIN': 'weixin',
  'X-LINE': 'line',
  'X-TELEGRAM': 'tg',
  'X-WHATSAPP': 'whatsapp',
};

/** What a card says as a lead, or `undefined` when it says nothing that could be kept. */
export function cardLead(card: readonly Said[], index: number, options: ReadOptions): LeadCandidate | undefined {
  const all = (name: string): Said[] => card.filter(([line]) => line.name === name);
  const first = (name: string): string =>
    all(name)
      .map(([, text]) => text)
      .find((text) => text.trim() !== '') ?? '';
  const lead: LeadCandidate = {
    kind: 'person',
    name: null,
    title: null,
    company: null,
    emails: [],
    phones: [],
    addresses: [],
    websites: [],
    profiles: [],
    provenance: [],
  };
  const put = (field: LeadField, value: string, raw: string, property: string): void => {
    lead.provenance.push({ field, value, raw, source: 'vcard', path: `vcard[${index}].${property}`, confidence: 0.97 });
  };
  const company = componentsOf(first('ORG'))[0] ?? '';
  const shown = unescaped(first('FN')).replaceAll('\n', ' ');
  const name = nameOf(first('N')) || shown.replace(HONORIFIC, '').replace(SUFFIX, '').trim();
  const isFirm =
    /^(?:org|organization)$/i.test(first('KIND')) ||
    (company !== '' && (name === '' || name === company)) ||
    first('X-ABSHOWAS').toUpperCase() === 'COMPANY';
  lead.kind = isFirm ? 'company' : 'person';
  lead.name = (isFirm ? company || name : name) || null;
  if (lead.name !== null) put('name', lead.name, shown || first('N'), shown === '' ? 'N' : 'FN');
  if (!isFirm && company !== '') {
    lead.company = company;
    put('company', company, first('ORG'), 'ORG');
  }
  const title = unescaped(first('TITLE') || first('ROLE'));
  if (title !== '') {
    lead.title = title;
    put('title', title, title, first('TITLE') === '' ? 'ROLE' : 'TITLE');
  }
  for (const [, text] of all('EMAIL')) {
    const value = emailAddress(unescaped(text).replace(/^mailto:/i, ''));
    if (value === undefined || lead.emails.some((email) => email.value === value)) continue;
    lead.emails.push({ value });
    put('email', value, text, 'EMAIL');
  }
  for (const [line, text] of all('TEL')) addPhone(lead, line, text, options, put);
  for (const [, text] of all('ADR')) addAddress(lead, text, put);
  for (const [, text] of all('URL')) addSite(lead, unescaped(text), put);
  for (const [line, text] of card) addHandle(lead, line, unescaped(text), put);
  return lead.provenance.length === 0 ? undefined : lead;
}

type Put = (field: LeadField, value: string, raw: string, property: string) => void;

function addPhone(lead: LeadCandidate, line: VcardLine, text: string, options: ReadOptions, put: Put): void {
  const value = unescaped(text).replace(/^tel:/i, '').trim();
  if (value.replace(/\D/g, '').length < 3) return;
  const [number = '', ...parameters] = value.split(';');
  const extension = parameters.map((part) => /^ext=(\d+)$/i.exec(part)?.[1]).find(Boolean);
  const e164 = phoneFromText(number, { country: { site: [], user: options.country, guesses: [] } })?.e164 ?? null;
  const phone: LeadPhone = { value: number, e164, kind: kindOf(line) };
  if (extension !== undefined) phone.extension = extension;
  if (lead.phones.some((other) => other.value === phone.value && other.kind === phone.kind)) return;
  lead.phones.push(phone);
  put('phone', number, text, 'TEL');
}

function addAddress(lead: LeadCandidate, text: string, put: Put): void {
  const [box = '', extended = '', street = '', city = '', region = '', postcode = '', country = ''] = componentsOf(
    text,
  ).map((part) => part.replaceAll('\n', ', '));
  const raw = [box, street, extended, city, region, postcode, country].filter(Boolean).join(', ');
  if (raw === '') return;
  const address: LeadAddress = {
    raw,
    street: [street, extended].filter(Boolean).join(', ') || box || null,
    city: city || null,
    region: region || null,
    postcode: postcode || null,
    country: country === '' ? null : /^[A-Z]{2}$/.test(country) ? country : (countryNamed(country, '') ?? null),
  };
  lead.addresses.push(address);
  put('address', raw, text, 'ADR');
}

function addSite(lead: LeadCandidate, url: string, put: Put): void {
  if (url === '') return;
  const profile = profileOf(url);
  const value = profile ?? (/^[a-z][a-z+.-]*:/i.test(url) ? url : `http://${url}`);
  (profile === undefined ? lead.websites : lead.profiles).push(value);
  put(profile === undefined ? 'website' : 'profile', value, url, 'URL');
}

function addHandle(lead: LeadCandidate, line: VcardLine, text: string, put: Put): void {
  const scheme = HANDLES[line.name];
  const value =
    scheme !== undefined
      ? `${scheme}:${text.replace(new RegExp(`^${scheme}:`, 'i'), '')}`
      : (line.name === 'IMPP' || line.name === 'X-SOCIALPROFILE') && text.includes(':')
        ? text
        : '';
  if (value === '' || text === '' || lead.profiles.includes(value)) return;
  lead.profiles.push(value);
  put('profile', value, text, line.name);
}
