import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { Expected, ExpectedLead } from './clip-cases.ts';
import { foldCompany, foldText, phonesOf } from './clip-marks.ts';
import { hasEmail, isNamed, isSamePhone, judgeRows } from './clip-rows.ts';
import { count, type Tallies } from './clip-tally.ts';

const NO_LEAD: LeadCandidate = {
  kind: 'company',
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

const tidyUrl = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

/** Judges a page, mail or card by its list of right values. `group` names the class of source. */
export function judgeValues(
  page: string,
  reading: LeadReading,
  expected: Expected,
  group: string,
  tallies: Tallies,
): void {
  const everything = [...reading.leads, ...reading.more];
  const rows = expected.leads ?? expected.leads_first ?? [];
  judgeRows(page, reading.leads, rows, tallies);
  for (const lead of rows) judgeLead(page, everything, lead, group, tallies);
  if (expected.leads?.length === 0 && group !== 'mail')
    count(tallies.of('pages without leads, preselected'), page, { wrong: reading.leads.length });
  if (expected.cards !== undefined)
    count(tallies.of(`${group}, count`), page, reading.leads.length === expected.cards ? { right: 1 } : { missed: 1 });
  judgeRefusals(page, reading, expected, tallies);
}

/** Which fields of an expected lead were read, field by field. */
export function judgeLead(
  page: string,
  leads: readonly LeadCandidate[],
  expected: ExpectedLead,
  group: string,
  tallies: Tallies,
): void {
  const put = (field: string, isRight: boolean): void =>
    count(tallies.of(`${group}, ${field}`), page, isRight ? { right: 1 } : { missed: 1 });
  const named = leads.filter((lead) => isNamed(lead, expected));
  // Of several offices under one name the one with the same telephone is meant.
  const isSameOffice = (lead: LeadCandidate) =>
    (expected.phones ?? []).some((phone) => lead.phones.some((one) => isSamePhone(one, phone)));
  const found = named.find(isSameOffice) ?? named[0] ?? (leads.length === 1 ? leads[0] : undefined) ?? NO_LEAD;
  const isCompanyRow = expected.name === undefined && expected.company !== undefined;
  if (expected.name !== undefined) put('name', isNamed(found, expected));
  if (isCompanyRow) put('company row', isNamed(found, expected));
  if (expected.title !== undefined) put('title', foldText(found.title ?? '') === foldText(expected.title));
  if (expected.company !== undefined && !isCompanyRow) {
    const right = [expected.company, ...(expected.company_alternatives ?? [])].map(foldCompany);
    put('company', right.includes(foldCompany(found.company ?? '')));
  }
  for (const email of expected.emails ?? []) put('e-mail', hasEmail(found, email));
  for (const phone of expected.phones ?? [])
    put(
      'phone',
      found.phones.some((one) => isSamePhone(one, phone)),
    );
  for (const fax of expected.faxes ?? [])
    put(
      'phone',
      found.phones.some((one) => isSamePhone(one, fax)),
    );
  if (expected.website !== undefined) {
    const site = tidyUrl(expected.website);
    put(
      'website',
      found.websites.some((one) => tidyUrl(one) === site),
    );
  }
  for (const handle of [expected.wechat, expected.qq, expected.skype]) {
    if (handle !== undefined)
      put(
        'profile',
        found.profiles.some((one) => one.endsWith(handle)),
      );
  }
  if (expected.address !== undefined) judgeAddress(page, found, expected.address, group, tallies);
}

function judgeAddress(
  page: string,
  lead: LeadCandidate,
  expected: Record<string, string>,
  group: string,
  tallies: Tallies,
): void {
  const raws = lead.addresses.map((address) => foldText(address.raw));
  for (const [part, text] of Object.entries(expected)) {
    const words = foldText(text);
    const isRead =
      raws.some((raw) => raw.includes(words)) ||
      (part === 'country' && lead.addresses.some((one) => one.country !== null));
    count(tallies.of(`${group}, address`), page, isRead ? { right: 1 } : { missed: 1 });
  }
}

/** What a page must not be read as: names that are no leads, digits that are no phones, the reader's own address. */
function judgeRefusals(page: string, reading: LeadReading, { must_not = {} }: Expected, tallies: Tallies): void {
  const texts = (key: string): string[] => (Array.isArray(must_not[key]) ? (must_not[key] as string[]) : []);
  const wrong = [
    ...texts('lead_names').filter((name) => reading.leads.some((lead) => foldText(lead.name ?? '') === foldText(name))),
    ...texts('lead_emails').filter((email) => reading.leads.some((lead) => hasEmail(lead, email))),
    ...texts('companies').filter((name) =>
      reading.leads.some((lead) => foldText(lead.company ?? lead.name ?? '') === foldText(name)),
    ),
    ...texts('phones').filter((digits) =>
      phonesOf(reading.leads).some(({ value }) => value.replace(/\D/g, '') === digits.replace(/\D/g, '')),
    ),
  ];
  count(tallies.of('refused values taken'), page, { wrong: wrong.length });
  const most = must_not['leads_more_than'];
  if (typeof most === 'number')
    count(tallies.of('pages without leads, preselected'), page, {
      wrong: reading.leads.length > most ? reading.leads.length : 0,
    });
}
