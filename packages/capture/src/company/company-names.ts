import { isStreetLine } from '../address/address-lines.ts';
import { domainOf, emailAddress } from '../email/email-address.ts';
import { closest, type Line, pathOf, placeAt, textOf } from '../page-text.ts';
import { isJobTitle } from '../people/job-title.ts';
import type { ReadingContext } from '../reading-context.ts';
import { hasLegalForm, namesOrganisation, withoutLegalForm } from '../vocabulary/legal-forms.ts';
import { isPageWord, titleParts } from './page-title.ts';
import { hostOf, isFreeMail, ownLabel } from './site-host.ts';

/** A name the page may mean by itself, how strongly one trace of it speaks, and where it stands. */
export type NameTrace = {
  name: string;
  weight: number;
  source: 'title' | 'open-graph' | 'text';
  path: string;
  offset?: number;
};

export type CompanyName = NameTrace & { confidence: number };

const LONGEST = 80;
/** One weak trace is no name. */
const LEAST_SCORE = 0.6;

/** For comparison: width, case, legal form, articles, signs and blanks folded away. */
export const foldCompany = (name: string): string => foldText(withoutLegalForm(name.normalize('NFKC')));

function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:and|und|et|y)\b|&amp;/g, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The company a page belongs to, first choice first: title, site name, copyright, logo and address lines vote; a name that
 * the site's or its mail's domain spells counts double.
 */
export function companyNames(context: ReadingContext): CompanyName[] {
  const traces = [...titleTraces(context), ...lineTraces(context), ...logoTraces(context)].filter((trace) =>
    isPlausible(trace.name),
  );
  const labels = domainLabels(context);
  const lines = foldedLines(context);
  const byFold = new Map<string, { best: NameTrace; score: number }>();
  for (const trace of traces) {
    const fold = foldCompany(trace.name);
    if (fold === '') continue;
    const known = byFold.get(fold);
    if (known === undefined) byFold.set(fold, { best: trace, score: trace.weight });
    else {
      known.score += trace.weight * 0.7;
      if (isBetterForm(trace, known.best)) known.best = { ...trace, weight: known.best.weight };
    }
  }
  const scored = [...byFold].map(([fold, { best, score }]) => ({
    best,
    score: score + domainScore(fold, best.name, labels) + mentionScore(fold, lines),
  }));
  return scored
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
    .map(({ best, score }) => ({ ...best, confidence: Math.min(0.95, score / 3) }));
}

/** A name in full beats one in capitals or without its legal form. */
function isBetterForm(trace: NameTrace, best: NameTrace): boolean {
  const isShouting = (name: string): boolean => name === name.toUpperCase();
  if (isShouting(best.name) !== isShouting(trace.name)) return isShouting(best.name);
  return hasLegalForm(trace.name) && !hasLegalForm(best.name);
}

function isPlausible(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST || !/\p{L}{2}/u.test(name) || isPageWord(name)) return false;
  return (
    name.split(' ').length <= 9 && !/[!?]|https?:|@|\d{5}/.test(name) && !isJobTitle(name.replace(/\bInc\b.*/, ''))
  );
}

function titleTraces({ evidence }: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  for (const [index, part] of titleParts(evidence.title).entries()) {
    traces.push({
      name: part.text,
      weight: part.isOnly ? 0.6 : index === part.count - 1 || index === 0 ? 0.6 : 0.4,
      source: 'title',
      path: 'title',
      offset: part.start,
    });
  }
  for (const meta of evidence.meta) {
    const weight = {
      'og:site_name': 1.4,
      'application-name': 0.9,
      copyright: 0.7,
      'dc.publisher': 0.7,
      author: 0.2,
      'apple-mobile-web-app-title': 0.7,
    }[meta.name];
    if (weight === undefined) continue;
    const name = meta.content.replace(/^(?:copyright|©|\(c\))[\s©\d,-]*/i, '').trim();
    traces.push({
      name,
      weight,
      source: meta.name.startsWith('og:') ? 'open-graph' : 'title',
      path: `meta[${meta.name}]`,
    });
  }
  return traces;
}

const COPYRIGHT =
  /(?:©|\(c\)|copyright|版权所有|版權所有|著作権)[\s©]*(?:\(c\)|copyright|©)?[\s,.:]*(?:(?:19|20)\d\d(?:\s?[-–,/]\s?(?:19|20)?\d\d)*)?[\s,.:|–-]*(?:by\s+)?(.+)$/iu;
const COPYRIGHT_REVERSED = /^(.{2,60}?)\s*(?:©|\(c\)|copyright)[\s©]*(?:19|20)\d\d/iu;
const COPYRIGHT_END =
  /\s*(?:[.。]\s|[.。]$|\ball rights?\b|\balle rechte\b|\btous droits\b|保留所有权利|版权所有|\s\|\s|\s[-–—•·]\s|\b(?:19|20)\d\d\b|\bsite map\b|\bprivacy\b|\bterms\b|\bpowered\b|\bwebsite\b|\bdesign|©|［|\[|\().*$/isu;

function lineTraces(context: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  const { lines } = context.page;
  for (const line of lines) {
    if (line.text.length > 240 || context.isNoise(line)) continue;
    const copyright = COPYRIGHT.exec(line.text);
    if (copyright?.[1] !== undefined) {
      const name = copyright[1]
        .replace(COPYRIGHT_END, '')
        .replace(/[\s,.;:]+$/, (end) => (/^\.$/.test(end) ? end : ''))
        .trim();
      traces.push(textTrace(name, 1.3, line, line.text.indexOf(name)));
    }
    const reversed = COPYRIGHT_REVERSED.exec(line.text)?.[1];
    if (reversed !== undefined) traces.push(textTrace(reversed.trim(), 1, line, 0));
    if (line.text.length > LONGEST) continue;
    if (hasLegalForm(line.text) && !/[.!?]\s/.test(line.text.slice(0, -12)))
      traces.push(textTrace(nameInLine(line.text), 0.6, line, 0));
    const next = lines[line.index + 1];
    if (next !== undefined && isStreetLine(next.text) && /\d/.test(next.text) && isHeadOfAddress(line, next))
      traces.push(textTrace(nameInLine(line.text), 0.7, line, 0));
    if (isHeading(line)) traces.push(textTrace(line.text, 0.25, line, 0));
  }
  return traces;
}

const nameInLine = (text: string): string =>
  text
    .replace(/\s*(?:[|•·]|\s[-–—]\s|:).*$/u, '')
    .replace(/,\s*$/, '')
    .trim();

/** The line above a street in capitals of a name, in the same part of the page: whose address it is. */
function isHeadOfAddress(line: Line, next: Line): boolean {
  if (isStreetLine(line.text) && !namesOrganisation(line.text)) return false;
  const words = line.text.split(' ');
  return (
    words.length <= 8 &&
    /^\p{Lu}/u.test(line.text) &&
    line.block.depth - next.block.depth <= 2 &&
    next.block.depth - line.block.depth <= 2 &&
    !/:\s*$/.test(line.text)
  );
}

const isHeading = (line: Line): boolean => closest(line.block, (node) => node.tag === 'h1') !== null;

function textTrace(name: string, weight: number, line: Line, offset: number): NameTrace {
  return {
    name,
    weight,
    source: 'text',
    path: pathOf(placeAt(line, Math.max(0, offset))),
    offset: Math.max(0, offset),
  };
}

/** A logo's alternative text, and the picture or text that links home at the head of the page. */
function logoTraces({ places }: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  for (const place of places) {
    const attrs = place.node.attrs;
    if (attrs === undefined || place.node.hidden === true) continue;
    const names = `${attrs['class'] ?? ''} ${attrs['id'] ?? ''} ${attrs['src'] ?? ''} ${attrs['alt'] ?? ''}`;
    const isLogo = /logo|brand|masthead/i.test(names);
    const isHome = place.node.tag === 'a' && attrs['rel'] === 'home';
    if (!isLogo && !isHome) continue;
    const text = (
      place.node.tag === 'img'
        ? (attrs['alt'] ?? attrs['title'] ?? '')
        : place.last - place.order <= 3
          ? textOf(place.node)
          : ''
    )
      .replace(/\s*\blogo\b.*$/i, '')
      .trim();
    if (text !== '' && text.length <= 60)
      traces.push({ name: text, weight: traces.length < 3 ? 0.7 : 0.2, source: 'text', path: pathOf(place) });
  }
  return traces.slice(0, 8);
}

/** What the site's owner chose to be called in the address, the base of its links, its mail. */
function domainLabels(context: ReadingContext): Map<string, number> {
  const { evidence, page } = context;
  const hosts: [string, number][] = [
    [hostOf(evidence.url), 1.2],
    [hostOf(evidence.base), 1.2],
  ];
  for (const link of evidence.links) if (link.rel === 'canonical') hosts.push([hostOf(link.href), 1.2]);
  for (const meta of evidence.meta) if (meta.name === 'og:url') hosts.push([hostOf(meta.content), 1.2]);
  for (const line of page.lines) {
    for (const match of line.text.matchAll(/[\w.+-]+@[\w.-]+\.[a-z]{2,}/gi)) {
      const address = emailAddress(match[0]);
      if (address !== undefined && !isFreeMail(domainOf(address))) hosts.push([domainOf(address), 1]);
    }
    for (const match of line.text.matchAll(/\bwww\.([\w.-]+\.[a-z]{2,})/gi)) hosts.push([match[1] ?? '', 0.5]);
  }
  const labels = new Map<string, number>();
  for (const [host, weight] of hosts) {
    const label = ownLabel(host).replace(/-/g, '');
    if (label.length > 1) labels.set(label, Math.max(labels.get(label) ?? 0, weight));
  }
  return labels;
}

function domainScore(fold: string, name: string, labels: ReadonlyMap<string, number>): number {
  let best = 0;
  const initials = name
    .split(/[\s&-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  for (const [label, weight] of labels) {
    const isSame = label === fold;
    const isPart = fold.length >= 4 && label.length >= 4 && (label.includes(fold) || fold.includes(label));
    const isShort = label.length >= 2 && label.length <= 5 && initials === label;
    best = Math.max(best, isSame ? weight * 1.2 : isPart ? weight * 0.9 : isShort ? weight * 0.6 : 0);
  }
  return best;
}

/** The page's shorter lines, folded, so that a name is found however it is spaced and written. */
function foldedLines({ page }: ReadingContext): string {
  return page.lines
    .filter((line) => line.text.length < 400)
    .map((line) => foldText(line.text))
    .join('\n');
}

const MOST_MENTIONS = 5;

function mentionScore(fold: string, lines: string): number {
  if (fold.length < 4) return 0;
  let count = 0;
  for (let at = lines.indexOf(fold); at >= 0 && count < MOST_MENTIONS; at = lines.indexOf(fold, at + fold.length))
    count += 1;
  return count * 0.1;
}
