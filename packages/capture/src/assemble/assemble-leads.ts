import type { Candidate } from '../candidate.ts';
import { companyNames } from '../company/company-names.ts';
import { domainOf, isRoleMail } from '../email/email-address.ts';
import type { LeadCandidate, PageKind } from '../lead.ts';
import type { ReadingContext, ReadOptions } from '../reading-context.ts';
import { type CardLines, cardLines } from './card-lines.ts';
import { type Group, groupsOf, merged, settleNamesake } from './groups.ts';
import { leadOf } from './lead-of.ts';
import { hasContact, inheritCompany, isWorthSaving, pageCompany } from './page-company.ts';
import { withSwitchboard } from './switchboard.ts';

export type Assembled = { leads: LeadCandidate[]; more: LeadCandidate[]; pageKind: PageKind };

/** This many companies in structured data are a directory: its own host is not one more row. */
const DIRECTORY_ROWS = 3;

/** Puts values together into people and companies: what stands in a person's row is theirs, the rest is the page's company's. */
export function assembleLeads(context: ReadingContext, found: readonly Candidate[], options: ReadOptions): Assembled {
  const { groups, names } = settleNamesake(merged(groupsOf(found)), companyNames(context), found);
  const dealt = dealOut(context, groups, found, names.length > 0 || found.some(isLooseCompany));
  const people = groups.filter((group) => group.entity.kind === 'person');
  const { companies, rest } = settleRows(
    groups.filter((group) => group.entity.kind === 'company'),
    dealt,
  );
  const own = companies.filter((group) => !group.entity.isAside);
  const isDirectory = own.length >= DIRECTORY_ROWS;
  const only = people.length === 1 && names.length === 0 && own.length === 0 ? people[0] : undefined;
  // A page of one person and no company is that person's own.
  only?.candidates.push(...rest.filter((candidate) => candidate.field !== 'title'));
  const company = pageCompany(context, isDirectory ? [] : own, only === undefined ? rest : [], names);
  const offered: LeadCandidate[] = [];
  const more: LeadCandidate[] = [];
  const put = (lead: LeadCandidate, isChosen: boolean): void => {
    (isChosen && !isOwnHouse(lead, options) ? offered : more).push(lead);
  };
  for (const group of people) {
    const lead = leadOf('person', group.candidates);
    if (lead.company === null && company !== undefined && !group.entity.isAside) inheritCompany(lead, company);
    const { isAside, isBare, isProse } = group.entity;
    const isNamedOnly = isProse === true || (isBare === true && lead.title === null);
    put(lead, !isAside && (!isNamedOnly || hasContact(lead)));
  }
  const others = isDirectory ? companies : companies.filter((group) => group !== own[0]);
  for (const group of others) put(leadOf('company', group.candidates), !group.entity.isAside);
  if (company !== undefined) put(company, !isDirectory && isWorthSaving(company, own.length > 0, context));
  return { leads: offered, more, pageKind: pageKindOf(offered) };
}

const isRow = (group: Group): boolean => group.entity.kind === 'company' && group.entity.lines !== undefined;
const isReached = (group: Group): boolean =>
  group.candidates.some(({ field }) => field === 'phone' || field === 'email' || field === 'address');

/** Names of firms are rows of a list when enough of them turn out to hold a way to reach them; else their values are the page's. */
function settleRows(
  companies: readonly Group[],
  rest: readonly Candidate[],
): { companies: Group[]; rest: Candidate[] } {
  const reached = companies.filter((group) => isRow(group) && isReached(group));
  if (reached.length >= DIRECTORY_ROWS) {
    return { companies: companies.filter((group) => !isRow(group) || reached.includes(group)), rest: [...rest] };
  }
  const returned = reached.flatMap((group) => group.candidates.filter(({ field }) => field !== 'name'));
  return { companies: companies.filter((group) => !isRow(group)), rest: [...rest, ...returned] };
}

/** Gives each value of the text to the person in whose card it stands; answers with what nobody claims. */
function dealOut(
  context: ReadingContext,
  groups: readonly Group[],
  found: readonly Candidate[],
  hasFirm: boolean,
): Candidate[] {
  const contactLines = new Set(found.filter(isOwnContact).map((candidate) => candidate.line?.index));
  const companyLines = new Set(found.filter(isLooseCompany).map((candidate) => candidate.line?.index));
  const people = groups.filter((group) => group.entity.lines !== undefined);
  const cards = cardLines(
    context.page,
    people.map((group) => group.entity),
    (line) => contactLines.has(line),
  );
  const structured = new Set(found.filter((candidate) => candidate.entity !== undefined).map(valueKey));
  const loose = found.filter((candidate) => candidate.entity === undefined && !structured.has(valueKey(candidate)));
  const rest: Candidate[] = [];
  for (const candidate of withSwitchboard(loose, (other) => cardOf(other, cards, context) !== undefined)) {
    const card = cardOf(candidate, cards, context);
    const isShared =
      card !== undefined &&
      (companyLines.has(card.from) || isRoleMailBelow(candidate, card) || (hasFirm && isFirmsOwn(candidate, card)));
    const owner = isShared ? undefined : groups.find((group) => group.entity === card?.entity);
    if (owner !== undefined) owner.candidates.push(candidate);
    // A label that names a person's company names the page's as well, if it is the only one.
    if (owner === undefined || candidate.field === 'company') rest.push(candidate);
  }
  return rest;
}

/** A contact in text that may be one person's: an address of a role (`info@`) below a name is the firm's. */
const isOwnContact = (candidate: Candidate): boolean =>
  candidate.entity === undefined &&
  (candidate.field === 'phone' || (candidate.field === 'email' && !isRoleMail(candidate.value)));

/** A line that names company and person under labels ("Company: … | CEO: … | Tel …") speaks of the company. */
const isLooseCompany = (candidate: Candidate): boolean =>
  candidate.field === 'company' && candidate.entity === undefined;

/** What stands around who stands for the firm is the firm's, and so is an address above somebody's name. */
function isFirmsOwn(candidate: Candidate, { entity }: CardLines): boolean {
  const { lines, standsForFirm } = entity;
  const index = candidate.line?.index;
  if (lines === undefined || index === undefined) return false;
  if (standsForFirm === true) return index < lines.from || index > lines.to;
  return candidate.field === 'address' && index < lines.from;
}

const isRoleMailBelow = (candidate: Candidate, card: CardLines): boolean =>
  candidate.field === 'email' &&
  !card.isElement &&
  isRoleMail(candidate.value) &&
  candidate.line?.index !== card.entity.lines?.from;

function valueKey(candidate: Candidate): string {
  if (candidate.field !== 'phone') return `${candidate.field}:${candidate.value.toLowerCase()}`;
  const { e164, extension } = candidate.phone;
  return `phone:${e164 ?? candidate.value.replace(/\D/g, '')}:${extension ?? ''}`;
}

function cardOf(candidate: Candidate, cards: readonly CardLines[], context: ReadingContext): CardLines | undefined {
  const index = candidate.line?.index ?? (candidate.place === undefined ? undefined : lineAt(candidate, context));
  return index === undefined ? undefined : cards.find((card) => index >= card.from && index <= card.to);
}

/** The line an element's text stands in; for an element without text, the last line before it in the same block. */
function lineAt(candidate: Candidate, context: ReadingContext): number | undefined {
  const { place } = candidate;
  if (place === undefined) return undefined;
  let before: number | undefined;
  for (const line of context.page.lines) {
    const isInside = line.segments.some(({ place: at }) => at.order >= place.order && at.order <= place.last);
    if (isInside) return line.index;
    if (line.block.order > place.last) break;
    if (line.block.last >= place.order) before = line.index;
  }
  return before;
}

function isOwnHouse(lead: LeadCandidate, { ownDomains = [] }: ReadOptions): boolean {
  const own = new Set(ownDomains.map((domain) => domain.toLowerCase()));
  return own.size > 0 && lead.emails.length > 0 && lead.emails.every((email) => own.has(domainOf(email.value)));
}

function pageKindOf(leads: readonly LeadCandidate[]): PageKind {
  const people = leads.filter((lead) => lead.kind === 'person').length;
  if (leads.length === 0) return 'none';
  if (people > 1 || leads.length - people > 2) return 'list';
  return people === 1 ? 'person' : 'company';
}
