import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { MicroformatItem } from './clip-cases.ts';
import { foldText, markedPhone } from './clip-marks.ts';
import { count, type Tallies } from './clip-tally.ts';

const ADDRESS_PARTS = [
  'street-address',
  'extended-address',
  'locality',
  'region',
  'postal-code',
  'country-name',
  'post-office-box',
];

type Check = (lead: LeadCandidate, text: string) => boolean;

const holds = (texts: readonly (string | null)[], text: string): boolean =>
  texts.some((one) => one !== null && foldText(one) === foldText(text));
const tidyUrl = (url: string): string => url.toLowerCase().replace(/\/$/, '');

const CHECKS: Record<string, Check> = {
  name: (lead, text) => holds([lead.name, lead.company], text),
  org: (lead, text) => holds([lead.company, lead.name], text),
  'job-title': (lead, text) => holds([lead.title], text),
  email: (lead, text) =>
    lead.emails.some(
      (email) =>
        email.value.toLowerCase() === text.replace(/^(?:mailto:|https?:\/\/[^/]+\/)|\?.*$/gi, '').toLowerCase(),
    ),
  tel: (lead, text) =>
    lead.phones.some(({ value, e164 }) =>
      [value, e164 ?? ''].some((one) => markedPhone(one).digits.endsWith(markedPhone(text).digits)),
    ),
  url: (lead, text) => [...lead.websites, ...lead.profiles].some((one) => tidyUrl(one) === tidyUrl(text)),
};

/** Judges a page of the published suites: every contact field of every card must have been read, by whichever lead. */
export function judgeSuite(
  page: string,
  reading: LeadReading,
  items: readonly MicroformatItem[],
  tallies: Tallies,
): void {
  for (const item of items) judgeItem(page, [...reading.leads, ...reading.more], item, tallies);
}

function judgeItem(page: string, leads: readonly LeadCandidate[], item: MicroformatItem, tallies: Tallies): void {
  const types = item.type ?? [];
  const isCard = types.includes('h-card');
  const isAddress = types.includes('h-adr');
  const properties = Object.entries(item.properties ?? {});
  for (const [name, values] of properties) {
    for (const value of values) {
      if (typeof value !== 'string') {
        judgeItem(page, leads, value, tallies);
        if (isCard && name === 'org' && value.value !== undefined) put('org', value.value, page, leads, tallies);
      } else if (isCard && CHECKS[name] !== undefined && value !== '') put(name, value, page, leads, tallies);
      else if ((isCard || isAddress) && ADDRESS_PARTS.includes(name)) {
        const isRead = leads.some((lead) => lead.addresses.some(({ raw }) => foldText(raw).includes(foldText(value))));
        count(tallies.of('address'), page, isRead ? { right: 1 } : { missed: 1 });
      }
    }
  }
}

function put(field: string, text: string, page: string, leads: readonly LeadCandidate[], tallies: Tallies): void {
  const isRead = leads.some((lead) => CHECKS[field]?.(lead, text) === true);
  count(tallies.of(field), page, isRead ? { right: 1 } : { missed: 1 });
}
