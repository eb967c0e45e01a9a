import { countryLine, isStreetLine, type PostalLine, postalLine } from '../address/address-lines.ts';
import type { Candidate } from '../candidate.ts';
import { labelAbove, labelBefore, standTogether } from '../label-context.ts';
import type { LeadAddress } from '../lead.ts';
import { type Line, pathOf, placeAt } from '../page-text.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';

const MOST_LINES_ABOVE = 4;

/** Postal addresses a visitor can read: a line with city and postal code, the street lines above it, the country below. */
export function addressesInTextSource(
  context: ReadingContext,
  add: (candidate: Candidate) => void,
  budget: Budget,
): void {
  for (const line of context.page.lines) {
    budget.check();
    if (context.isNoise(line) || !mayBeAddress(line.text)) continue;
    const { site, user } = context.country;
    const postal = postalLine(line.text, user === undefined ? site : [...site, user]);
    if (postal === undefined) continue;
    const address = readAround(line, postal, context);
    if (address === undefined) continue;
    const first = context.page.lines[address.from] ?? line;
    const place = placeAt(first, 0);
    add({
      field: 'address',
      value: address.value.raw,
      address: address.value,
      raw: address.value.raw,
      source: 'text',
      path: pathOf(place),
      offset: address.offset,
      confidence: address.value.street === null ? 0.6 : 0.85,
      place,
      line,
    });
  }
}

const mayBeAddress = (text: string): boolean => text.length <= 220 && /\d|[省市县都府県區号路시구]/u.test(text);

type Read = { value: LeadAddress; from: number; offset: number };

function readAround(line: Line, postal: PostalLine, context: ReadingContext): Read | undefined {
  const { lines } = context.page;
  const before = line.text.slice(0, postal.start).replace(/[\s,;|·•-]+$/, '');
  const inLine = withoutLabel(lastPart(before));
  const street: string[] =
    isStreetLine(inLine.text) || isEastAsian(postal) ? [inLine.text].filter((text) => text !== '') : [];
  let from = line.index;
  let offset = street.length > 0 ? before.length - lastPart(before).length + inLine.start : postal.start;
  if (street.length === 0 && before === '') {
    for (let step = 1; step <= MOST_LINES_ABOVE; step += 1) {
      const above = lines[line.index - step];
      if (above === undefined || !standTogether(above.block, line.block) || fieldOfWholeLabel(above.text) !== undefined)
        break;
      const own = withoutLabel(above.text);
      if (!isStreetLine(own.text) || postalLine(above.text, []) !== undefined) break;
      street.unshift(own.text);
      from = above.index;
      offset = own.start;
      if (own.start > 0) break;
    }
  }
  const country = countryBehind(line, postal, context);
  if (street.length === 0 && postal.postcode === null && !isLabelledAddress(line, postal, context)) return undefined;
  const raw = rawBlock(context, from, offset, country.to);
  return {
    value: {
      raw,
      street: streetOf(street, line, postal),
      city: postal.city,
      region: postal.region,
      postcode: postal.postcode,
      country: country.code ?? postal.country,
    },
    from,
    offset,
  };
}

/** Lines of a footer hold telephone, street and city side by side; the street is the part before the city. */
const lastPart = (text: string): string =>
  text.slice(
    Math.max(0, ...[...text.matchAll(/[|•·♦◊◆»~*]\s*|\s{2,}/gu)].map((match) => match.index + match[0].length)),
  );

const isEastAsian = (postal: PostalLine): boolean => ['CN', 'TW', 'JP', 'KR'].includes(postal.country);

/** Western addresses put the street before the city, Chinese, Japanese and Korean ones behind it. */
function streetOf(street: readonly string[], line: Line, postal: PostalLine): string | null {
  if (isEastAsian(postal)) {
    const behind = line.text
      .slice(postal.end)
      .replace(/^[\s,，]+/, '')
      .replace(/\s*(?:邮编|郵編|电话|電話|TEL|Tel)[\s\S]*$/u, '')
      .trim();
    if (behind !== '') return behind;
  }
  return street.length === 0 ? null : street.join(', ');
}

function withoutLabel(text: string): { text: string; start: number } {
  const match = /^([^:：]{1,40})[:：]\s*/u.exec(text);
  if (match?.[1] !== undefined && fieldOfWholeLabel(match[1]) === 'address')
    return { text: text.slice(match[0].length), start: match[0].length };
  const dashed = /^(.{1,30}?)\s[-–]\s/u.exec(text);
  if (dashed?.[1] !== undefined && fieldOfWholeLabel(dashed[1]) === 'address')
    return { text: text.slice(dashed[0].length), start: dashed[0].length };
  return { text, start: 0 };
}

function isLabelledAddress(line: Line, postal: PostalLine, context: ReadingContext): boolean {
  return labelBefore(line.text, 0, postal.start)?.field === 'address' || labelAbove(context, line)?.field === 'address';
}

type CountryBehind = { code: string | undefined; to: { line: number; offset: number } };

function countryBehind(line: Line, postal: PostalLine, context: ReadingContext): CountryBehind {
  const language = context.evidence.lang.split(/[-_]/)[0] ?? '';
  const behind = /^[\s,.;-]*([\p{L}. ]{2,30}?)(?=$|[,;|(])/u.exec(line.text.slice(postal.end));
  const named = behind?.[1] === undefined ? undefined : countryLine(behind[1], language);
  if (named !== undefined)
    return { code: named, to: { line: line.index, offset: postal.end + (behind?.[0].length ?? 0) } };
  const next = context.page.lines[line.index + 1];
  const below =
    next !== undefined && standTogether(line.block, next.block) ? countryLine(next.text, language) : undefined;
  if (below !== undefined && next !== undefined)
    return { code: below, to: { line: next.index, offset: next.text.length } };
  const offset = isEastAsian(postal) ? line.text.length : postal.end;
  return { code: undefined, to: { line: line.index, offset } };
}

/** The block as the page shows it, line by line. */
function rawBlock(context: ReadingContext, from: number, offset: number, to: CountryBehind['to']): string {
  const pieces: string[] = [];
  for (let index = from; index <= to.line; index += 1) {
    const text = context.page.lines[index]?.text ?? '';
    pieces.push(text.slice(index === from ? offset : 0, index === to.line ? to.offset : text.length));
  }
  return pieces.join('\n').trim();
}
