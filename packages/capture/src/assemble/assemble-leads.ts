import type { Candidate, Entity } from '../candidate.ts';
import { type CompanyName, companyNames } from '../company/company-names.ts';
import { foldCompany } from '../company/name-trace.ts';
import { hostOf, ownLabel } from '../company/site-host.ts';
import { domainOf } from '../email/email-address.ts';
import type { LeadCandidate, PageKind } from '../lead.ts';
import { isNetworkHost } from '../profiles.ts';
import type { ReadingContext, ReadOptions } from '../reading-context.ts';
import { hasLegalForm } from '../vocabulary/legal-forms.ts';
import { type CardLines, cardLines } from './card-lines.ts';
import { leadOf } from './lead-of.ts';
import { withSwitchboard } from './switchboard.ts';

export type Assembled = { leads: LeadCandidate[]; more: LeadCandidate[]; pageKind: PageKind };

/** From here on the page's own name needs no label to confirm it. */
const SURE_NAME = 0.6;

type Group = { entity: Entity; candidates: Candidate[] };

/** This many companies in structured data are a directory: its own host is not one more row. */
const DIRECTORY_ROWS = 3;

/** Puts values together into people and companies: what stands in a person's row is theirs, the rest is the page's company's. */
export function assembleLeads(context: ReadingContext, found: readonly Candidate[], options: ReadOptions): Assembled {
  const names = companyNames(context);
  const groups = mergedPeople(groupsOf(found), names);
  const contactLines = new Set(
    found
      .filter((candidate) => candidate.entity === undefined && isContact(candidate))
      .map((candidate) => candidate.line?.index),
  );
  const people = groups.filter((group) => group.entity.kind === 'person' && group.entity.lines !== undefined);
  const cards = cardLines(
    context.page,
    people.map((group) => group.entity),
    (line) => contactLines.has(line),
  );
  const structured = new Set(found.filter((candidate) => candidate.entity !== undefined).map(valueKey));
  const loose = found.filter((candidate) => candidate.entity === undefined && !structured.has(valueKey(candidate)));
  const settled = withSwitchboard(loose, (candidate) => cardOf(candidate, cards, context) !== undefined);
  const rest: Candidate[] = [];
  for (const candidate of settled) {
    const card = cardOf(candidate, cards, context);
    const owner = card === undefined ? undefined : groups.find((group) => group.entity === card.entity);
    if (owner === undefined) rest.push(candidate);
    else owner.candidates.push(candidate);
  }
  return arranged(context, groups, rest, names, options);
}

const isContact = (candidate: Candidate): boolean => candidate.field === 'email' || candidate.field === 'phone';

function valueKey(candidate: Candidate): string {
  if (candidate.field === 'phone')
    return `phone:${candidate.phone.e164 ?? candidate.value.replace(/\D/g, '')}:${candidate.phone.extension ?? ''}`;
  return `${candidate.field}:${candidate.value.toLowerCase()}`;
}

function groupsOf(found: readonly Candidate[]): Group[] {
  const groups = new Map<string, Group>();
  for (const candidate of found) {
    if (candidate.entity === undefined) continue;
    const group = groups.get(candidate.entity.id);
    if (group === undefined) groups.set(candidate.entity.id, { entity: candidate.entity, candidates: [candidate] });
    else group.candidates.push(candidate);
  }
  return [...groups.values()];
}

const nameOf = (group: Group): string => group.candidates.find((candidate) => candidate.field === 'name')?.value ?? '';

const foldName = (name: string): string => foldCompany(name.replace(/^(?:mr|mrs|ms|dr|prof)\.?\s/i, ''));

/** One person seen twice (in data and in text, in a list and in a footer) is one; a "person" named like the company is none. */
function mergedPeople(groups: readonly Group[], names: readonly CompanyName[]): Group[] {
  const company = foldName(names[0]?.name ?? '');
  const kept: Group[] = [];
  const byName = new Map<string, Group>();
  for (const group of groups) {
    const fold = `${group.entity.kind}:${foldName(nameOf(group))}`;
    if (group.entity.kind === 'person' && group.entity.lines !== undefined && fold === `person:${company}`) continue;
    const known = fold.endsWith(':') ? undefined : byName.get(fold);
    if (known === undefined) {
      byName.set(fold, group);
      kept.push(group);
      continue;
    }
    const hasTitle = known.candidates.some((candidate) => candidate.field === 'title');
    known.candidates.push(...group.candidates);
    const isBetterPlace =
      known.entity.lines === undefined ||
      (!hasTitle && group.candidates.some((candidate) => candidate.field === 'title'));
    if (group.entity.lines !== undefined && isBetterPlace) {
      known.entity = {
        ...known.entity,
        lines: group.entity.lines,
        isAside: known.entity.isAside && group.entity.isAside,
      };
    }
  }
  return kept;
}

function cardOf(candidate: Candidate, cards: readonly CardLines[], context: ReadingContext): CardLines | undefined {
  const index = candidate.line?.index ?? (candidate.place === undefined ? undefined : lineAt(candidate, context));
  if (index === undefined || candidate.field === 'company') return undefined;
  return cards.find((card) => index >= card.from && index <= card.to);
}

/** The line an element's text stands in, or the first behind it. */
function lineAt(candidate: Candidate, context: ReadingContext): number | undefined {
  const order = candidate.place?.order ?? 0;
  const last = candidate.place?.last ?? order;
  for (const line of context.page.lines) {
    if (line.segments.some((segment) => segment.place.order >= order && segment.place.order <= last)) return line.index;
    if (line.block.order > last)
      return line.index - 1 >= 0 && (context.page.lines[line.index - 1]?.block.last ?? -1) >= order
        ? line.index - 1
        : line.index;
  }
  return undefined;
}

function arranged(
  context: ReadingContext,
  groups: readonly Group[],
  rest: readonly Candidate[],
  names: readonly CompanyName[],
  options: ReadOptions,
): Assembled {
  const people = groups.filter((group) => group.entity.kind === 'person');
  const companies = groups.filter((group) => group.entity.kind === 'company');
  const own = companies.filter((group) => !group.entity.isAside);
  const isDirectory = own.length >= DIRECTORY_ROWS;
  const company = pageCompany(context, isDirectory ? [] : own, rest, names);
  const offered: LeadCandidate[] = [];
  const more: LeadCandidate[] = [];
  const put = (lead: LeadCandidate, isChosen: boolean): void => {
    (isChosen && !isOwnHouse(lead, options) ? offered : more).push(lead);
  };
  for (const group of people) {
    const lead = leadOf('person', group.candidates);
    if (lead.company === null && company?.name != null && !group.entity.isAside) inheritCompany(lead, company);
    put(lead, !group.entity.isAside);
  }
  for (const group of companies)
    if (group !== own[0] || isDirectory) put(leadOf('company', group.candidates), !group.entity.isAside);
  if (company !== undefined) put(company, !isDirectory && isWorthSaving(company, own.length > 0, context));
  return { leads: offered, more, pageKind: pageKindOf(offered) };
}

/** The page's own company: its structured data, what nobody else's row holds, and the name the page goes by. */
function pageCompany(
  context: ReadingContext,
  own: readonly Group[],
  rest: readonly Candidate[],
  names: readonly CompanyName[],
): LeadCandidate | undefined {
  const candidates = [
    ...(own[0]?.candidates ?? []),
    ...rest.filter((candidate) => candidate.field !== 'title' && candidate.field !== 'name'),
  ];
  const labelled = rest.find((candidate) => candidate.field === 'company');
  const best = names[0];
  const isLabelBetter =
    labelled !== undefined && (best === undefined || best.confidence < SURE_NAME || hasLegalForm(labelled.value));
  if (isLabelBetter) candidates.push({ ...labelled, field: 'name' });
  else if (best !== undefined) candidates.push({ ...best, field: 'name', value: best.name, raw: best.name });
  const lead = leadOf(
    'company',
    candidates.filter((candidate) => candidate.field !== 'company'),
  );
  addSite(lead, context);
  if (lead.name === null) addHostName(lead);
  return lead.name === null && !hasContact(lead) ? undefined : lead;
}

const hasContact = (lead: LeadCandidate): boolean =>
  lead.emails.length + lead.phones.length + lead.addresses.length > 0;

/** The site itself, as the address bar or the page's canonical link gives it. */
function addSite(lead: LeadCandidate, { evidence }: ReadingContext): void {
  if (lead.websites.length > 0) return;
  const canonical =
    evidence.meta.find((meta) => meta.name === 'og:url')?.content ??
    evidence.links.find((link) => link.rel === 'canonical')?.href ??
    '';
  const url = evidence.url !== '' ? evidence.url : canonical;
  const host = hostOf(url);
  if (host === '' || isNetworkHost(host) || ownLabel(host) === '') return;
  const value = `${/^https?/i.exec(url)?.[0].toLowerCase() ?? 'https'}://${/:\/\/([^/?#]+)/.exec(url)?.[1] ?? host}`;
  lead.websites.push(value);
  lead.provenance.push({ field: 'website', value, raw: url, source: 'host', path: 'url', confidence: 0.6 });
}

function addHostName(lead: LeadCandidate): void {
  const host = hostOf(lead.websites[0] ?? '');
  if (host === '') return;
  lead.name = host;
  lead.provenance.push({
    field: 'name',
    value: host,
    raw: lead.websites[0] ?? host,
    source: 'host',
    path: 'url',
    confidence: 0.3,
  });
}

function inheritCompany(person: LeadCandidate, company: LeadCandidate): void {
  const from = company.provenance.find((entry) => entry.field === 'name');
  if (company.name === null || from === undefined || from.source === 'host') return;
  person.company = company.name;
  person.provenance.push({
    ...from,
    field: 'company',
    source: 'inherited',
    confidence: Math.round(from.confidence * 80) / 100,
  });
}

/** A company is offered when the page tells how to reach it, or declares itself to be it. */
function isWorthSaving(lead: LeadCandidate, isStructured: boolean, { evidence }: ReadingContext): boolean {
  if (hasContact(lead) || isStructured) return true;
  const type = evidence.meta.find((meta) => meta.name === 'og:type')?.content ?? 'website';
  return (
    lead.provenance.some((entry) => entry.field === 'name' && entry.source === 'open-graph') &&
    !/article/i.test(type) &&
    lead.websites.length > 0
  );
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
