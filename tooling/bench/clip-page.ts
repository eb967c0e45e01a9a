import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { Marks } from './clip-cases.ts';
import {
  foldCompany,
  foldText,
  isMarked,
  isNorthAmerican,
  linkedEmails,
  linkedPhones,
  markedEmail,
  markedPhone,
  phonesOf,
} from './clip-marks.ts';
import { marksBeside } from './clip-nearness.ts';
import { compare, count, type Tallies } from './clip-tally.ts';

/** A page that was read, with its source, ready to be judged. */
export type ReadPage = { name: string; html: string; reading: LeadReading };

/**
 * Judges a page by human marks on its visible text. Pages of the business set mark few addresses of mail, and are not asked for
 * them (`hasMail`).
 */
export function judgeMarks({ name, html, reading }: ReadPage, marks: Marks, tallies: Tallies, hasMail: boolean): void {
  const everything = [...reading.leads, ...reading.more];
  if (hasMail) judgeEmails(name, html, everything, marks, tallies);
  judgePhones(name, html, everything, marks, tallies);
  judgeCompany(name, reading, marks, tallies);
  judgePeople(name, html, everything, marks, tallies);
  judgeAddresses(name, everything, marks, tallies);
}

function judgeEmails(
  name: string,
  html: string,
  leads: readonly LeadCandidate[],
  marks: Marks,
  tallies: Tallies,
): void {
  const found = [...new Set(leads.flatMap((lead) => lead.emails.map((email) => email.value.toLowerCase())))];
  const marked = [...new Set((marks['EMAIL'] ?? []).map(markedEmail).filter((text) => text.includes('@')))];
  const linked = linkedEmails(html);
  count(
    tallies.of('e-mail'),
    name,
    compare(
      found,
      marked,
      (one, other) => one === other,
      (one) => linked.has(one),
    ),
  );
}

function judgePhones(
  name: string,
  html: string,
  leads: readonly LeadCandidate[],
  marks: Marks,
  tallies: Tallies,
): void {
  const found = phonesOf(leads);
  const faxes = (marks['FAX'] ?? []).map(markedPhone);
  const telephones = (marks['TEL'] ?? []).map(markedPhone);
  const marked = [...telephones, ...faxes].filter((mark) => mark.digits !== '' || mark.extension !== '');
  const dialled = linkedPhones(html);
  for (const isNorth of [true, false]) {
    const ofClass = marked.filter((mark) => (mark.digits.length < 10 || isNorthAmerican(mark)) === isNorth);
    const foundOfClass = found.filter((phone) => (phone.e164 === null || phone.e164.startsWith('+1')) === isNorth);
    const missed = ofClass.filter((mark) => !found.some((phone) => isMarked(phone, mark))).length;
    const wrong = compare(foundOfClass, marked, isMarked, (phone) =>
      dialled.some((digits) => digits.length > 6 && isMarked(phone, { text: '', digits, extension: '' })),
    ).wrong;
    count(tallies.of(isNorth ? 'phone, North America' : 'phone, other countries'), name, {
      right: ofClass.length - missed,
      missed,
      wrong,
    });
  }
  for (const mark of marked) {
    const read = found.filter((phone) => isMarked(phone, mark));
    if (mark.extension !== '') {
      const isKept = read.some((phone) => phone.extension === mark.extension);
      count(tallies.of('extension kept'), name, isKept ? { right: 1 } : { missed: 1 });
    }
    if (read.length === 0 || mark.digits === '') continue;
    const isFax = faxes.includes(mark);
    const isKindRight = read.some((phone) => (phone.kind === 'fax') === isFax);
    count(tallies.of('phone kind'), name, isKindRight ? { right: 1 } : { missed: 1 });
  }
}

const CONTACT_MARKS = ['TEL', 'FAX', 'EMAIL', 'STREET'];

/**
 * The company a page is about: what its first company is called, else whose person is offered first. The bar is that of pages that tell
 * how to reach one; every page with a marked firm is told beside it, so that what the bar leaves out is seen.
 */
function judgeCompany(name: string, reading: LeadReading, marks: Marks, tallies: Tallies): void {
  const marked = (marks['ORG'] ?? []).map(foldCompany).filter((fold) => fold !== '');
  if (marked.length === 0) return;
  const said = reading.leads.find((lead) => lead.kind === 'company')?.name ?? reading.leads[0]?.company ?? null;
  const fold = said === null ? '' : foldCompany(said);
  const isRight = marked.some((mark) => mark === fold);
  const outcome = isRight ? { right: 1 } : { missed: 1 };
  count(tallies.of('company, first choice, on every page'), name, outcome);
  if (CONTACT_MARKS.some((kind) => (marks[kind] ?? []).length > 0))
    count(tallies.of('company, first choice'), name, outcome);
}

const CREDENTIALS = /,.*$/;

/**
 * People whom the page offers: beside a marked position or a way to reach them. A guest who praises, a founder in a history are
 * marked as well, and are no leads; to read them is no mistake either, as long as they are not made up.
 */
function judgePeople(
  name: string,
  html: string,
  leads: readonly LeadCandidate[],
  marks: Marks,
  tallies: Tallies,
): void {
  const people = leads.filter((lead) => lead.kind === 'person');
  const marked = [...new Set((marks['PER'] ?? []).map((mark) => foldText(mark.replace(CREDENTIALS, ''))))];
  const contacts = ['FUNC', 'TEL', 'EMAIL'].flatMap((kind) => marks[kind] ?? []);
  const offered = marksBeside(html, marks['PER'] ?? [], contacts).filter((mark) => mark.trim().includes(' '));
  const full = [...new Set(offered.map((mark) => foldText(mark.replace(CREDENTIALS, ''))))];
  const names = [...new Set(people.map((lead) => foldText((lead.name ?? '').replace(CREDENTIALS, ''))))].filter(
    (fold) => fold !== '',
  );
  const isSame = (one: string, other: string): boolean => one === other || one.includes(other) || other.includes(one);
  if ((marks['FUNC'] ?? []).length > 0) {
    count(
      tallies.of('person, on pages with titles'),
      name,
      compare(names, full, isSame, (one) => marked.some((mark) => isSame(one, mark))),
    );
    // Praise and history with them: what the bar leaves out is seen.
    const inFull = (marks['PER'] ?? []).filter((mark) => mark.trim().includes(' '));
    const everybody = [...new Set(inFull.map((mark) => foldText(mark.replace(CREDENTIALS, ''))))];
    const known = (one: string) => marked.some((mark) => isSame(one, mark));
    count(tallies.of('person, every marked name'), name, compare(names, everybody, isSame, known));
    const titles = [...new Set(people.map((lead) => foldText(lead.title ?? '')))].filter((fold) => fold !== '');
    const borne = marksBeside(html, marks['FUNC'] ?? [], marks['PER'] ?? []);
    const functions = [...new Set(borne.map(foldText))].filter((fold) => fold !== '');
    const all = (marks['FUNC'] ?? []).map(foldText);
    count(
      tallies.of('title'),
      name,
      compare(titles, functions, isSame, (one) => all.some((other) => isSame(one, other))),
    );
    count(tallies.of('title, every marked one'), name, compare(titles, [...new Set(all)], isSame));
  } else {
    const wrong = names.filter((one) => !marked.some((mark) => isSame(one, mark))).length;
    count(tallies.of('person made up, on pages without titles'), name, { wrong });
  }
}

function judgeAddresses(name: string, leads: readonly LeadCandidate[], marks: Marks, tallies: Tallies): void {
  const addresses = leads.flatMap((lead) => lead.addresses);
  const raws = addresses.map((address) => foldText(address.raw));
  const streets = [...new Set((marks['STREET'] ?? []).map(foldText))].filter((fold) => fold !== '');
  for (const street of streets) {
    const isRead = raws.some((raw) => raw.includes(street) || (raw.length > 8 && street.includes(raw)));
    count(tallies.of('address, free text'), name, isRead ? { right: 1 } : { missed: 1 });
  }
  const places = [...streets, ...[...(marks['CITY'] ?? []), ...(marks['ZIPCODE'] ?? [])].map(foldText)];
  const wrong = raws.filter((raw) => !places.some((place) => raw.includes(place))).length;
  count(tallies.of('address, free text'), name, { wrong });
  for (const [field, kind] of [
    ['postcode', 'ZIPCODE'],
    ['city', 'CITY'],
  ] as const) {
    const marked = new Set((marks[kind] ?? []).map(foldText));
    for (const address of addresses) {
      if (address.street === null || address[field] === null || marked.size === 0) continue;
      const isRight = [...marked].some(
        (mark) => foldText(address[field] ?? '').includes(mark) || mark.includes(foldText(address[field] ?? '-')),
      );
      count(tallies.of(`address, ${field} of it`), name, isRight ? { right: 1 } : { wrong: 1 });
    }
  }
}
