import { domainOf, emailAddress } from '../email/email-address.ts';
import { pathOf, placeAt } from '../page-text.ts';
import type { ReadingContext } from '../reading-context.ts';
import { hasLegalForm } from '../vocabulary/legal-forms.ts';
import { foldText, type NameTrace } from './name-trace.ts';
import { hostOf, isFreeMail, ownLabel } from './site-host.ts';

/** What the site's owner chose to be called in an address, and how surely the address is the owner's. */
export type DomainLabels = ReadonlyMap<string, number>;

/** Reads the site's own address, the base of its links, and the domains of the mail addresses and sites its text shows. */
export function domainLabels({ evidence, page }: ReadingContext): DomainLabels {
  const hosts: [string, number][] = [
    [hostOf(evidence.url), 1.2],
    [hostOf(evidence.base), 1.2],
  ];
  for (const link of evidence.links) if (link.rel === 'canonical') hosts.push([hostOf(link.href), 1.2]);
  for (const meta of evidence.meta) if (meta.name === 'og:url') hosts.push([hostOf(meta.content), 1.2]);
  for (const line of page.lines) {
    for (const match of line.text.includes('@') ? line.text.matchAll(/[\w.+-]+@[\w.-]+\.[a-z]{2,}/gi) : []) {
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

/** How well a name fits a label: spelled out, in part, or by its initials. */
export function domainScore(fold: string, name: string, labels: DomainLabels): number {
  let best = 0;
  const initials = name
    .split(/[\s&-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase();
  for (const [label, weight] of labels) {
    const isSame = label === fold || label === spelled(name);
    const isPart = fold.length >= 4 && label.length >= 4 && (label.includes(fold) || fold.includes(label));
    const isShort = label.length >= 2 && label.length <= 5 && initials === label;
    const fit = isSame ? 1.2 : isPart ? 0.9 : isShort || holdsLongWord(label, name) ? 0.6 : 0;
    best = Math.max(best, weight * fit);
  }
  return best;
}

/** "Town of Coopertown" on coopertowntn.example: one long word of the name makes most of the label. */
const holdsLongWord = (label: string, name: string): boolean =>
  name.split(/[\s-]+/).some((word) => {
    const fold = foldText(word);
    return fold.length >= 5 && fold.length >= label.length * 0.6 && label.includes(fold);
  });

/** As a domain spells it: "Flint & Son" is flintandson. */
const spelled = (text: string): string => foldText(text.replace(/&/g, ' AND_ ').replace(/\band\b/gi, ' AND_ '));

/** Cited sites are many on some pages; the surest few are enough. */
const MOST_LABELS = 5;
const ASCII = /^[ -~]*$/;

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]/g, '');

const LONGEST_LINE = 240;
const MOST_WORDS = 6;

/**
 * Names the page's own words spell out of its domain: "Barenz Builders" in a line, on barenzbuilders.example. The words are
 * taken as they stand, a legal form behind them included.
 */
export function spelledOutNames(context: ReadingContext, labels: DomainLabels): NameTrace[] {
  const traces: NameTrace[] = [];
  const long = [...labels]
    .filter(([label]) => label.length >= 5)
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_LABELS);
  if (long.length === 0) return traces;
  const search = (text: string, source: 'title' | 'text', path: () => string): void => {
    const squeezed = squeeze(text);
    for (const [label, weight] of long) {
      // Folding every word of a page is dear: the letters of the name must be there, one after the other.
      if (ASCII.test(text) && !squeezed.includes(label)) continue;
      const name = wordsSpelling(label, text);
      if (name === undefined) continue;
      traces.push({ source, path: path(), kind: 'domain', name, weight: weight * 0.8, offset: text.indexOf(name) });
    }
  };
  search(context.evidence.title, 'title', () => 'title');
  for (const line of context.page.lines) {
    if (line.text.length <= LONGEST_LINE) search(line.text, 'text', () => pathOf(placeAt(line, 0)));
  }
  return traces.length > 0 ? traces : namesByLongWord(context, long);
}

const LONG_WORD = 6;
const MOST_OF_LABEL = 0.6;
const NAME_RUN = /\p{Lu}[\p{L}\d’'&.-]*(?:\s(?:(?:and|of|&|for|the)\s)?\p{Lu}[\p{L}\d’'&.-]*){0,4}/gu;

/** Where nothing spells the domain in full: what the page most often calls by a word that makes most of it. */
function namesByLongWord({ page }: ReadingContext, labels: readonly [string, number][]): NameTrace[] {
  const counts = new Map<string, { count: number; trace: NameTrace }>();
  for (const line of page.lines) {
    const squeezed = line.text.length > LONGEST_LINE ? '' : squeeze(line.text);
    const fitting = labels.filter(
      ([label]) => squeezed.includes(label.slice(-LONG_WORD)) || squeezed.includes(label.slice(0, LONG_WORD)),
    );
    if (fitting.length === 0) continue;
    for (const { 0: run, index } of line.text.matchAll(NAME_RUN)) {
      // "Boston's Acme Flooring" is Acme Flooring.
      const name = run.replace(/^\S+[’']s\s/, '');
      const weight = Math.max(0, ...fitting.map(([label, sure]) => (isMostOf(label, name) ? sure : 0)));
      if (weight === 0) continue;
      const known = counts.get(name);
      if (known !== undefined) known.count += 1;
      else
        counts.set(name, {
          count: 1,
          trace: {
            name,
            kind: 'domain',
            weight: weight * 0.6,
            source: 'text',
            path: pathOf(placeAt(line, index)),
            offset: index,
          },
        });
    }
  }
  const best = [...counts.values()].sort((one, other) => other.count - one.count)[0];
  return best === undefined ? [] : [best.trace];
}

const isMostOf = (label: string, name: string): boolean =>
  name.split(/\s/).some((word) => {
    const fold = foldText(word.replace(/\.(?:com|net|org)$/i, ''));
    return fold.length >= LONG_WORD && fold.length >= label.length * MOST_OF_LABEL && label.includes(fold);
  });

function wordsSpelling(label: string, text: string): string | undefined {
  const words = [...text.matchAll(/[^\s|,;:()©]+/gu)];
  for (let from = 0; from < words.length; from += 1) {
    let joined = '';
    for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to += 1) {
      joined += spelled(words[to]?.[0] ?? '');
      if (joined.length > label.length || !label.startsWith(joined)) break;
      if (joined !== label) continue;
      const start = words[from]?.index ?? 0;
      const end = (words[to]?.index ?? 0) + (words[to]?.[0].length ?? 0);
      return withLegalForm(text, start, end);
    }
  }
  return undefined;
}

/** A word alone that only repeats the domain in small letters ("acme") is left to other traces. */
function withLegalForm(text: string, start: number, end: number): string | undefined {
  const name = text.slice(start, end).replace(/^[\s–—-]+|[.,]$/g, '');
  const behind = /^[,.]?\s*(?:\([^)]{2,12}\)\s*)?\p{Lu}[\p{L}.]{1,8}(?:\s\p{Lu}[\p{L}.]{1,8})?/u.exec(
    text.slice(end),
  )?.[0];
  if (behind !== undefined && hasLegalForm(`${name}${behind}`))
    return text.slice(start, end + behind.length).replace(/,$/, '');
  return /\p{Lu}|[^\p{ASCII}]|\s/u.test(name) && !/[@/]|\.\w{2,}$/.test(name) ? name : undefined;
}
