import type { Candidate } from '../candidate.ts';
import type { CompanyName } from '../company/company-names.ts';
import { foldText } from '../company/name-trace.ts';
import { isPageWord } from '../company/page-title.ts';
import { hostOf, ownLabel } from '../company/site-host.ts';
import { domainOf } from '../email/email-address.ts';
import type { LeadCandidate } from '../lead.ts';
import { personName } from '../people/person-name.ts';
import { isNetworkHost } from '../profiles.ts';
import type { ReadingContext } from '../reading-context.ts';
import { hasLegalForm, namesOrganisation } from '../vocabulary/legal-forms.ts';
import type { Group } from './groups.ts';
import { leadOf } from './lead-of.ts';

/** From here on the page's own name needs no label to confirm it. */
const SURE_NAME = 0.6;

/** The page's own company: its structured data, what nobody else's row holds, and the name the page goes by. */
export function pageCompany(
  context: ReadingContext,
  own: readonly Group[],
  rest: readonly Candidate[],
  names: readonly CompanyName[],
): LeadCandidate | undefined {
  const values = ownSites(rest, context).filter(
    (candidate) => candidate.field !== 'title' && candidate.field !== 'name',
  );
  const name = nameCandidate(rest, names);
  const structured = (own[0]?.candidates ?? []).filter((candidate) => name === undefined || !isPoorName(candidate));
  const candidates = [...structured, ...values];
  if (name !== undefined) candidates.push(name);
  const lead = leadOf(
    'company',
    candidates.filter((candidate) => candidate.field !== 'company'),
  );
  addSite(lead, context);
  if (lead.name === null) addHostName(lead);
  return lead.name === null && !hasContact(lead) ? undefined : lead;
}

/** Mark-up that calls a firm by its host, or by somebody with a degree, says less than the page's own text. */
function isPoorName(candidate: Candidate): boolean {
  if (candidate.field !== 'name') return false;
  const person = personName(candidate.value);
  const isSomebody = person?.hasCredentials === true && !namesOrganisation(candidate.value);
  return isSomebody || /^[\w-]+(?:\.[\w-]+)+$/.test(candidate.value);
}

const MOST_SITES = 3;

/** A page that writes out many addresses cites them; of those only the site's own and its mail's are the company's. */
function ownSites(rest: readonly Candidate[], { evidence }: ReadingContext): Candidate[] {
  const isCited = (candidate: Candidate): boolean => candidate.field === 'website' && candidate.source === 'text';
  if (rest.filter(isCited).length <= MOST_SITES) return [...rest];
  const labels = new Set([hostOf(evidence.url), hostOf(evidence.base)].map(ownLabel));
  for (const candidate of rest) if (candidate.field === 'email') labels.add(ownLabel(domainOf(candidate.value)));
  labels.delete('');
  return rest.filter((candidate) => !isCited(candidate) || labels.has(ownLabel(hostOf(candidate.value))));
}

/** What a label calls the company, unless the page goes by another name for sure. */
function nameCandidate(rest: readonly Candidate[], names: readonly CompanyName[]): Candidate | undefined {
  const labelled = rest.find((candidate) => candidate.field === 'company');
  const best = names[0];
  if (labelled !== undefined && (best === undefined || best.confidence < SURE_NAME || hasLegalForm(labelled.value))) {
    return { ...labelled, field: 'name' };
  }
  return best === undefined ? undefined : { ...best, field: 'name', value: best.name, raw: best.name };
}

export const hasContact = (lead: LeadCandidate): boolean =>
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
  const scheme = /^https?/i.exec(url)?.[0].toLowerCase() ?? 'https';
  const value = `${scheme}://${/:\/\/([^/?#]+)/.exec(url)?.[1] ?? host}`;
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

/** Gives a person the company the page belongs to, said to be inherited. A bare host is no company's name. */
export function inheritCompany(person: LeadCandidate, company: LeadCandidate): void {
  const from = company.provenance.find((entry) => entry.field === 'name');
  if (company.name === null || from === undefined || from.source === 'host' || company.name === person.name) return;
  person.company = company.name;
  person.provenance.push({
    ...from,
    field: 'company',
    source: 'inherited',
    confidence: Math.round(from.confidence * 80) / 100,
  });
}

const STREET_SAYS_ALL = ['CN', 'TW', 'JP', 'KR', 'HK'];

/** A place by its name and town ("10 mi SE of …") is no address a letter reaches. */
function isReachable(lead: LeadCandidate): boolean {
  if (lead.emails.length + lead.phones.length > 0) return true;
  return lead.addresses.some(
    ({ street, postcode, country }) =>
      street !== null && (postcode !== null || STREET_SAYS_ALL.includes(country ?? '')),
  );
}

/** A button that puts goods into a cart, in the words of its page. */
const PUTS_INTO_CART =
  /^(?:add to (?:my )?(?:cart|bag|basket)|in den (?:warenkorb|einkaufswagen)|ajouter au panier|(?:añadir|agregar) al carrito|adicionar ao carrinho|aggiungi al carrello|in (?:de )?winkelwagen|læg i kurv|lägg i varukorg(?:en)?|dodaj do koszyka|do košíku|kosárba|в корзину|sepete ekle|加入购物车|加入購物車|カートに入れる|장바구니(?: 담기)?)$/iu;

/** A page that sells goods is about them: its shop is known by them, and nobody to turn to, unless the page says so in its title. */
function sellsGoods({ places, page, evidence }: ReadingContext): boolean {
  if (evidence.title.split(/\s[|–—-]\s/).some(isPageWord)) return false;
  if (evidence.meta.some(({ name, content }) => name === 'og:type' && /^(?:og:)?product/i.test(content))) return true;
  if (page.lines.some(({ text }) => text.length < 30 && PUTS_INTO_CART.test(text.trim()))) return true;
  return places.some(({ node }) => {
    const said = node.attrs?.['value'] ?? node.attrs?.['alt'] ?? node.attrs?.['title'] ?? '';
    return said.length < 30 && PUTS_INTO_CART.test(said.trim());
  });
}

/** Data that nobody sees are believed where the page shows the name as well, or says how to call or write. */
function isShown(lead: LeadCandidate, { evidence, page }: ReadingContext): boolean {
  if (lead.phones.length + lead.emails.length + lead.websites.length > 0) return true;
  const name = foldText(lead.name ?? '');
  return (
    name !== '' && [evidence.title, ...page.lines.map(({ text }) => text)].some((text) => foldText(text).includes(name))
  );
}

/** A company is offered when the page tells how to reach it, or declares itself to be it. */
export function isWorthSaving(lead: LeadCandidate, isStructured: boolean, context: ReadingContext): boolean {
  const { evidence } = context;
  if (isStructured) return isShown(lead, context);
  if (sellsGoods(context)) return false;
  if (isReachable(lead)) return true;
  const hasAddress = evidence.meta.some((meta) => meta.name === 'og:url');
  return hasAddress && lead.provenance.some((entry) => entry.field === 'name' && entry.source === 'open-graph');
}
