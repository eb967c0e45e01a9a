import type { LeadCandidate, LeadPhone } from '@milepost/capture/lead';
import type { ExpectedLead, ExpectedPhone } from './clip-cases.ts';
import { foldCompany, foldText, isMarked, markedEmail, markedPhone } from './clip-marks.ts';
import { compare, count, type Tallies } from './clip-tally.ts';

const bare = (name: string): string => foldText(name.replace(/,.*$/, ''));

export const isSamePhone = (phone: LeadPhone, expected: ExpectedPhone | string): boolean => {
  const texts =
    typeof expected === 'string' ? [expected] : [...(expected.e164 ?? []), ...(expected.text ? [expected.text] : [])];
  return texts.some((text) => isMarked(phone, markedPhone(text)));
};

/** Whether a lead that was read is the expected one, by what names it. */
export function isNamed(lead: LeadCandidate, expected: ExpectedLead): boolean {
  const name = expected.name ?? expected.company ?? expected.subject;
  if (name === undefined) return expected.emails?.some((email) => hasEmail(lead, email)) ?? false;
  const said = [lead.name ?? '', ...(lead.name === null ? [lead.company ?? '', lead.title ?? ''] : [])];
  return said.some((text) => text !== '' && (bare(text) === bare(name) || foldCompany(text) === foldCompany(name)));
}

export const hasEmail = (lead: LeadCandidate, email: string): boolean =>
  lead.emails.some((found) => found.value.toLowerCase() === markedEmail(email));

/** A list: as many rows as the page has, each name with its title, and nothing of one row in another. */
export function judgeRows(
  page: string,
  leads: readonly LeadCandidate[],
  rows: readonly ExpectedLead[],
  tallies: Tallies,
): void {
  const people = rows.filter((row) => row.name !== undefined);
  if (people.filter((row) => row.title !== undefined).length < 3) return;
  const read = leads.filter((lead) => lead.kind === 'person');
  count(tallies.of('list, row count'), page, read.length === people.length ? { right: 1 } : { missed: 1 });
  const isPair = (lead: LeadCandidate, row: ExpectedLead): boolean =>
    isNamed(lead, row) && foldText(lead.title ?? '') === foldText(row.title ?? '');
  count(tallies.of('list, name and title'), page, compare(read, people, isPair));
  for (const row of people) {
    const lead = read.find((one) => isNamed(one, row));
    if (lead !== undefined) judgeRow(page, lead, row, people, tallies);
  }
}

function judgeRow(
  page: string,
  lead: LeadCandidate,
  row: ExpectedLead,
  rows: readonly ExpectedLead[],
  tallies: Tallies,
): void {
  const others = rows.filter((other) => other !== row);
  const owned = [...(row.phones ?? []), ...(row.faxes ?? [])];
  for (const phone of lead.phones) {
    const isOwn = owned.some((one) => isSamePhone(phone, one));
    const isOthers = others.some((other) =>
      [...(other.phones ?? []), ...(other.faxes ?? [])].some((one) => isSamePhone(phone, one)),
    );
    count(tallies.of('list, values across rows'), page, !isOwn && isOthers ? { wrong: 1 } : { right: 1 });
  }
  for (const email of lead.emails) {
    const isOwn = (row.emails ?? []).some((one) => markedEmail(one) === email.value.toLowerCase());
    const isOthers = others.some((other) =>
      (other.emails ?? []).some((one) => markedEmail(one) === email.value.toLowerCase()),
    );
    count(tallies.of('list, values across rows'), page, !isOwn && isOthers ? { wrong: 1 } : { right: 1 });
  }
  const phones = compare(lead.phones, owned, isSamePhone, () => true);
  count(tallies.of('list, phone of its row'), page, { right: phones.right, missed: phones.missed });
}
