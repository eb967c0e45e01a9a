import { countryNamed } from '../country/country-names.ts';
import { standTogether } from '../label-context.ts';
import type { LeadAddress } from '../lead.ts';
import type { Line } from '../page-text.ts';
import type { ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';
import { hasLegalForm, namesOrganisation } from '../vocabulary/legal-forms.ts';
import {
  isFirmStreet,
  isNamedStreet,
  isPlaceLine,
  isPostcodeLine,
  isStreetLine,
  type PostalPart,
  postalPart,
  postalPartAbove,
} from './address-lines.ts';

/** An address as a block of lines: `from` and `offset` say where it begins, `to` is its last line. */
export type AddressBlock = { value: LeadAddress; from: number; offset: number; to: number };

/** Where city and postal code stand: one line, or two of which the second holds the code only. */
type Anchor = { part: PostalPart; text: string; first: Line; last: Line; isGuessed: boolean };

const MOST_LINES_ABOVE = 6;

/** Reads the address whose city and postal code stand in this line (or in this and the next), with the street above it. */
export function addressBlock(line: Line, context: ReadingContext): AddressBlock | undefined {
  const anchor = anchorAt(line, context);
  if (anchor === undefined) return undefined;
  return isEastAsian(anchor.part) ? eastAsianBlock(anchor) : westernBlock(anchor, context);
}

function westernBlock(anchor: Anchor, context: ReadingContext): AddressBlock | undefined {
  const { part, first: line } = anchor;
  const before = anchor.text.slice(0, part.start).replace(/[\s,;|•·-]+$/, '');
  const lead = lastPart(before);
  const own = withoutAddressee(withoutLabel(lead));
  const street: string[] = [];
  let from = line.index;
  let offset = part.start;
  let city = part.city;
  const isOwnStreet = isStreetLine(own.text);
  if (isOwnStreet) {
    street.push(own.text);
    offset = before.length - lead.length + own.start;
  }
  // The street may go on above: "2730 Wilshire Boulevard," over "Suite 320 Santa Monica, CA".
  if (before === '' || (isOwnStreet && offset === 0)) {
    const above = linesAbove(line, context, street.length === 0);
    const nearest = above.at(-1)?.text ?? '';
    if (city === null && isPlaceLine(nearest) && !/\d/.test(nearest)) city = nearest.replace(/,$/, '');
    street.unshift(...above.map((piece) => piece.text).filter((text) => text.replace(/,$/, '') !== city));
    if (above[0] !== undefined) ({ from, offset } = above[0]);
  }
  if (!isConfirmed(anchor, street, city)) return undefined;
  const country = countryBehind(anchor, context);
  return {
    value: {
      raw: rawBlock(context, { from, offset }, country.to),
      street: street.length === 0 ? null : street.map((text) => text.replace(/[\s,]+$/, '')).join(', '),
      city,
      region: part.region,
      postcode: part.postcode,
      country: country.code ?? part.country,
    },
    from,
    offset,
    to: country.to.line,
  };
}

/** City and code alone are an address; without the code, or in a country only guessed, a street has to confirm them. */
function isConfirmed({ part, isGuessed }: Anchor, street: readonly string[], city: string | null): boolean {
  if (part.needsStreet) return street.some(part.country === 'IE' ? isNamedStreet : isFirmStreet);
  return street.length > 0 || (!isGuessed && part.postcode !== null && city !== null);
}

/** What ends a street in a line that goes on: a sign between columns, the next label. */
const STREET_ENDS = /\s*[|｜;；]|\s+\S{1,10}\s?[:：]|\s*(?:邮编|郵編|邮政编码|电话|電話|TEL|Tel|\(우)/u;

/** Chinese, Japanese and Korean addresses go from the large to the small: the street stands behind the city. */
function eastAsianBlock({ part, text, first }: Anchor): AddressBlock | undefined {
  const rest = text.slice(part.end);
  const behind = rest.slice(0, rest.search(STREET_ENDS) < 0 ? rest.length : rest.search(STREET_ENDS)).trimEnd();
  const street = behind.replace(/^[\s,，]+/, '');
  if (street === '' && (part.postcode === null || part.city === null)) return undefined;
  return {
    value: {
      raw: `${text.slice(part.start, part.end)}${behind}`.trim(),
      street: street === '' ? null : street,
      city: part.city ?? municipality(part),
      region: part.region,
      postcode: part.postcode,
      country: part.country,
    },
    from: first.index,
    offset: part.start,
    to: first.index,
  };
}

function anchorAt(line: Line, context: ReadingContext): Anchor | undefined {
  const { domain, user, guesses } = context.country;
  const known = user === undefined ? domain : [...domain, user];
  const next = context.page.lines[line.index + 1];
  const follows = next !== undefined && standTogether(line.block, next.block) ? next : undefined;
  if (follows !== undefined && isPostcodeLine(follows.text)) {
    const text = `${line.text.replace(/,$/, '')} ${follows.text}`;
    const part = postalPart(text, known);
    if (part?.postcode != null && part.end > line.text.length)
      return { part, text, first: line, last: follows, isGuessed: false };
  }
  const below = follows === undefined ? undefined : countryNamed(follows.text, languageOf(context));
  const part = postalPart(line.text, known) ?? (below === undefined ? undefined : postalPartAbove(line.text, below));
  if (part !== undefined) return { part, text: line.text, first: line, last: line, isGuessed: false };
  const guessed = postalPart(line.text, guesses);
  return guessed === undefined
    ? undefined
    : { part: guessed, text: line.text, first: line, last: line, isGuessed: true };
}

const languageOf = (context: ReadingContext): string => context.evidence.lang.split(/[-_]/)[0] ?? '';

/** Street, building and district above the city, up to the first line that is none of them. */
function linesAbove(
  line: Line,
  context: ReadingContext,
  isNeeded: boolean,
): { text: string; from: number; offset: number }[] {
  const above: { text: string; from: number; offset: number }[] = [];
  let streetAt = 0;
  for (let step = 1; step <= MOST_LINES_ABOVE; step += 1) {
    const other = context.page.lines[line.index - step];
    if (other === undefined || !standTogether(other.block, line.block) || fieldOfWholeLabel(other.text) !== undefined)
      break;
    const own = withoutLabel(other.text);
    const isFirmName = hasLegalForm(own.text) && !isFirmStreet(own.text);
    const isStreet = isStreetLine(own.text) && !isFirmName && postalPart(other.text, [])?.postcode == null;
    if (isFirmName || (!isStreet && !(isNeeded && isPlaceLine(own.text) && streetAt === 0))) break;
    above.unshift({ text: own.text, from: other.index, offset: own.start });
    if (isStreet) streetAt = above.length;
    if (own.start > 0) break;
  }
  // Names above the topmost street are the addressee's, not the address's.
  return above.slice(above.length - streetAt);
}

/** 北京市 and its like are region and city in one. */
const municipality = (part: PostalPart): string | null =>
  /^(?:北京|上海|天津|重庆|重慶)/u.test(part.region ?? '') ? part.region : null;

const isEastAsian = (part: PostalPart): boolean =>
  ['CN', 'TW', 'JP', 'KR'].includes(part.country) &&
  /[\u3400-\u9fff\uac00-\ud7af]/.test(part.city ?? part.region ?? '');

/** Lines of a footer hold telephone, street and city side by side; the street is the part before the city. */
function lastPart(text: string): string {
  const cuts = [...text.matchAll(/[•·♦◊◆»~*]\s*|\s{2,}|\|\s*(?=.*\d)/gu)].map((match) => match.index + match[0].length);
  const last = text.slice(Math.max(0, ...cuts));
  // "1190 Kennestone Circle NW | Suite 120": a suite is no street by itself.
  const isSuite = /^(?:suite|ste|unit|floor|room)\b/i.test(last);
  return isSuite ? text.slice(cuts.at(-2) ?? 0) : last;
}

/** "Acme Corp, 1 Main Street": whose address it is, is no part of it. */
function withoutAddressee({ text, start }: Piece): Piece {
  const cut = /^([^,\d]+),\s*(?=.*\d)/u.exec(text);
  if (cut?.[1] === undefined || !namesOrganisation(cut[1]) || isFirmStreet(cut[1])) return { text, start };
  return { text: text.slice(cut[0].length), start: start + cut[0].length };
}

type Piece = { text: string; start: number };

function withoutLabel(text: string): Piece {
  const match = /^([^:：]{1,40})[:：]\s*/u.exec(text) ?? /^(.{1,30}?)\s[-–]\s/u.exec(text);
  const label = match?.[1];
  if (match === null || label === undefined || !endsInAddressLabel(label)) return { text, start: 0 };
  return { text: text.slice(match[0].length), start: match[0].length };
}

/** "Main address" and "Our office address" are labels of an address as "Address" is. */
function endsInAddressLabel(label: string): boolean {
  const words = label.trim().split(/\s+/);
  return words.some((_word, from) => fieldOfWholeLabel(words.slice(from).join(' ')) === 'address');
}

type Behind = { code: string | undefined; to: { line: number; offset: number } };

function countryBehind(anchor: Anchor, context: ReadingContext): Behind {
  const { part, text, last } = anchor;
  const isTwoLines = anchor.first !== anchor.last;
  const rest = isTwoLines ? '' : text.slice(part.end);
  const behind = /^[\s,.;-]*([\p{L}. ]{2,30}?)(?=$|[,;|(])/u.exec(rest);
  const named = behind?.[1] === undefined ? undefined : countryNamed(behind[1], languageOf(context));
  if (named !== undefined)
    return { code: named, to: { line: last.index, offset: part.end + (behind?.[0].length ?? 0) } };
  const next = context.page.lines[last.index + 1];
  const below =
    next !== undefined && standTogether(last.block, next.block)
      ? countryNamed(next.text, languageOf(context))
      : undefined;
  if (below !== undefined && next !== undefined)
    return { code: below, to: { line: next.index, offset: next.text.length } };
  const offset = isTwoLines ? last.text.length : part.end;
  return { code: undefined, to: { line: last.index, offset } };
}

/** The block as the page shows it, line by line. */
function rawBlock(context: ReadingContext, begin: { from: number; offset: number }, to: Behind['to']): string {
  const pieces: string[] = [];
  for (let index = begin.from; index <= to.line; index += 1) {
    const text = context.page.lines[index]?.text ?? '';
    pieces.push(text.slice(index === begin.from ? begin.offset : 0, index === to.line ? to.offset : text.length));
  }
  return pieces.join('\n').trim();
}
