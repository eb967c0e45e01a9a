import { isStreetLine } from '../address/address-lines.ts';
import { closest, type Line, pathOf, placeAt, textOf } from '../page-text.ts';
import { isJobTitle } from '../people/job-title.ts';
import type { ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';
import { hasLegalForm, namesOrganisation } from '../vocabulary/legal-forms.ts';
import type { NameTrace, TraceKind } from './name-trace.ts';
import { titleParts } from './page-title.ts';

const LONGEST_NAME_LINE = 80;
const LONGEST_COPYRIGHT_LINE = 240;

const META_WEIGHTS: Record<string, number> = {
  'og:site_name': 1.4,
  'application-name': 0.9,
  copyright: 0.7,
  'dc.publisher': 0.7,
  'apple-mobile-web-app-title': 0.7,
  author: 0.2,
};

/** Names in the title and the meta data of a page. */
export function titleTraces({ evidence }: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  for (const [index, part] of titleParts(evidence.title).entries()) {
    const isAtEdge = index === 0 || index === part.count - 1;
    traces.push({
      name: part.text,
      kind: 'title',
      // "Developer | Digital Example": a position in a title is rarely a firm, unless the domain says so.
      weight: (isAtEdge ? 0.6 : 0.4) * (isJobTitle(part.text) ? 0.3 : 1),
      source: 'title',
      path: 'title',
      offset: part.start,
    });
  }
  for (const meta of evidence.meta) {
    const weight = META_WEIGHTS[meta.name];
    if (weight === undefined) continue;
    const isSiteName = meta.name === 'og:site_name';
    traces.push({
      name: meta.content.replace(/^(?:copyright|©|\(c\))[\s©\d,-]*/i, '').trim(),
      kind: isSiteName ? 'site-name' : 'meta',
      weight,
      source: isSiteName ? 'open-graph' : 'title',
      path: `meta[${meta.name}]`,
    });
  }
  return traces;
}

const COPYRIGHT =
  /(?:©|\(c\)|\bcopyright\b(?!s)|版权所有|版權所有|著作権)[\s©]*(?:\(c\)|copyright\b|©)?[\s,.:]*(?:(?:19|20)\d\d(?:\s?[-–,/]\s?(?:19|20)?\d\d)*)?[\s,.:|–-]*(?:by\s+|to\s+)?(.+)$/iu;
const MAY_BE_COPYRIGHT = /©|\(c\)|copyright|版权|版權|著作権/i;
const COPYRIGHT_REVERSED =
  /^(.{2,60}?)\s*(?:©|\(c\)|copyright)[\s©]*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[\s.]*(?:all rights.*)?$/iu;
const COPYRIGHT_END =
  /\s*(?:[.。]\s|[.。]$|\ball rights?\b|\balle rechte\b|\btous droits\b|保留所有权利|版权所有|\s\|\s|\s[-–—•·]\s|\b(?:19|20)\d\d\b|\bsite map\b|\bprivacy\b|\bterms\b|\bpowered\b|\bwebsite\b|\bdesign|©|［|\[|\().*$/isu;

/** Names in the page's text: copyright, legal forms, heads of addresses, the main heading. */
export function lineTraces(context: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  const { lines } = context.page;
  for (const line of lines) {
    if (line.text.length > LONGEST_COPYRIGHT_LINE || context.isNoise(line)) continue;
    const owner = copyrightOwner(line.text);
    if (owner !== undefined) traces.push(traceIn(line, owner, 'copyright', 1.3));
    if (line.text.length > LONGEST_NAME_LINE || fieldOfWholeLabel(line.text) !== undefined) continue;
    const name = nameInLine(line.text);
    if (hasLegalForm(name) && !/[.!?]\s/.test(name.slice(0, -12))) traces.push(traceIn(line, name, 'legal-form', 0.6));
    const next = lines[line.index + 1];
    if (next !== undefined && isHeadOfAddress(line, next)) {
      traces.push(traceIn(line, name, 'address-head', namesOrganisation(name) ? 0.8 : 0.4));
    }
    if (closest(line.block, (node) => node.tag === 'h1') !== null)
      traces.push(traceIn(line, line.text, 'heading', 0.25));
  }
  return traces;
}

function copyrightOwner(text: string): string | undefined {
  if (!MAY_BE_COPYRIGHT.test(text)) return undefined;
  const reversed = COPYRIGHT_REVERSED.exec(text)?.[1];
  if (reversed !== undefined) return reversed.trim();
  const name = COPYRIGHT.exec(text)?.[1]?.replace(COPYRIGHT_END, '');
  return name?.replace(/[\s,;:]+$/, '').trim();
}

const nameInLine = (text: string): string =>
  text
    .replace(/\s*(?:[|•·]|\s[-–—]\s|:).*$/u, '')
    .replace(/,\s*$/, '')
    .trim();

/** The line above a street, written like a name, in the same part of the page: whose address it is. */
function isHeadOfAddress(line: Line, next: Line): boolean {
  if (!isStreetLine(next.text) || !/\d/.test(next.text)) return false;
  if (isStreetLine(line.text) && !namesOrganisation(line.text)) return false;
  const isShort = line.text.split(' ').length <= 8 && /^\p{Lu}/u.test(line.text) && !/:\s*$/.test(line.text);
  return isShort && Math.abs(line.block.depth - next.block.depth) <= 2;
}

function traceIn(line: Line, name: string, kind: TraceKind, weight: number): NameTrace {
  const offset = Math.max(0, line.text.indexOf(name));
  return { name, kind, weight, source: 'text', path: pathOf(placeAt(line, offset)), offset };
}

const MOST_LOGOS = 4;

/** A logo's alternative text, or the short text of the element called so. The first of a page is its own. */
export function logoTraces({ places }: ReadingContext): NameTrace[] {
  const traces: NameTrace[] = [];
  for (const place of places) {
    const attrs = place.node.attrs;
    if (attrs === undefined || place.node.hidden === true) continue;
    const names = `${attrs['class'] ?? ''} ${attrs['id'] ?? ''} ${attrs['src'] ?? ''} ${attrs['alt'] ?? ''}`;
    if (!/logo|brand|masthead/i.test(names) && attrs['rel'] !== 'home') continue;
    const shown =
      place.node.tag === 'img'
        ? (attrs['alt'] ?? attrs['title'] ?? '')
        : place.last - place.order <= 3
          ? textOf(place.node)
          : '';
    const name = shown.replace(/\s*\b(?:logo\b.*|home ?page)$/i, '').trim();
    if (name === '' || name.length > 60) continue;
    // A host under a logo is often the platform's: where it is the site's own, the domain speaks for it as well.
    const weight = traces.length > 0 || /^[\w-]+\.(?:com|net|org|io)$/i.test(name) ? 0.2 : 0.7;
    traces.push({ name, kind: 'logo', weight, source: 'text', path: pathOf(place) });
    if (traces.length >= MOST_LOGOS) break;
  }
  return traces;
}
