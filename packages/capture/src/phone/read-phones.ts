import { extensionBehind } from './extension.ts';
import { MASK, maskNonPhones } from './mask-non-phones.ts';
import { type NumberReading, type PhoneContext, readStretch } from './number-reading.ts';
import { internationalNumber, nationalNumber, type PhoneNumber } from './phone-number.ts';
import { type DigitGroup, isGluedAfter, isGluedBefore, phoneRuns } from './phone-runs.ts';
import { vanityNumbers } from './vanity.ts';

export type { PhoneContext } from './number-reading.ts';

/** A telephone number in a text: where it stands (extension included), what it dials. */
export type FoundPhone = {
  start: number;
  end: number;
  e164: string | null;
  country: string | null;
  extension?: string;
  isMobile: boolean;
  /** How sure the digits are a telephone, a ratio. */
  confidence: number;
};

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** "+33 (0) 1 23 45 67 89" has eight groups; nothing has more than ten. */
const MOST_GROUPS = 10;

/** Finds telephone numbers in one line of plain characters. Every digit is used once; what is an id, a date or a price is passed by. */
export function readPhones(written: string, context: PhoneContext): FoundPhone[] {
  const found: FoundPhone[] = [];
  const text = written.includes('°') ? written.replace(DEGREES, (degrees) => MASK.repeat(degrees.length)) : written;
  if (!mayHoldNumber(text)) return found;
  let masked = maskNonPhones(text);
  for (const vanity of vanityNumbers(masked)) {
    const number = nationalNumber(vanity.digits, 'US');
    if (number?.isValid !== true) continue;
    const extension = extensionBehind(text, vanity.end);
    const end = vanity.end + (extension?.length ?? 0);
    found.push({
      ...plain(number),
      start: vanity.start,
      end,
      confidence: 0.9,
      ...(extension && { extension: extension.digits }),
    });
    masked = masked.slice(0, vanity.start) + '\ue001'.repeat(end - vanity.start) + masked.slice(end);
  }
  for (const run of phoneRuns(masked)) readRun(run.groups, { text: masked, context, found });
  return found.sort((one, other) => one.start - other.start);
}

/** Places on the globe: tables are full of them. */
const DEGREES = /\d+(?:\.\d+)?\s?[°′″]/g;

const LETTERS_DIAL = /\d[-.\s)]+[A-Z\d-]*[A-Z]{2}/;

/** Most digits on a page hang together in runs too short for a telephone; masking them all would be dear. */
const mayHoldNumber = (text: string): boolean =>
  LETTERS_DIAL.test(text) ||
  phoneRuns(text).some((run) => run.groups.reduce((sum, group) => sum + group.digits.length, 0) >= 6);

const plain = (number: PhoneNumber): Pick<FoundPhone, 'e164' | 'country' | 'isMobile'> => ({
  e164: number.e164,
  country: number.country,
  isMobile: number.isMobile,
});

type RunTask = { text: string; context: PhoneContext; found: FoundPhone[] };

function readRun(groups: readonly DigitGroup[], task: RunTask): void {
  let from = 0;
  let previous: FoundPhone | undefined = task.found.at(-1);
  while (from < groups.length) {
    const read = readFrom(groups, from, task);
    const completed = previous === undefined ? undefined : completedNumber(groups, from, previous, task);
    const taken = read?.isValid === true ? read : (completed ?? read);
    if (taken === undefined) {
      from += 1;
      continue;
    }
    task.found.push(taken.phone);
    previous = taken.phone;
    from = taken.next;
    while (from < groups.length && (groups[from]?.start ?? 0) < taken.phone.end) from += 1;
  }
}

type Taken = { phone: FoundPhone; next: number; isValid: boolean };

/** The longest stretch of groups from `from` that makes a number. A slash or a spaced dash inside is the last resort. */
function readFrom(groups: readonly DigitGroup[], from: number, task: RunTask): Taken | undefined {
  const first = groups[from];
  if (first === undefined) return undefined;
  const opening = openingOf(first, from);
  const start = first.start - opening.length;
  if (isGluedStart(task.text, start, opening) || hangsOnNumber(groups, from)) return undefined;
  let doubtful: Taken | undefined;
  for (const to of stopsOf(groups, from)) {
    const last = groups[to];
    if (last === undefined || isTooLong(groups, from, to)) continue;
    if (isGluedEnd(task.text, last.end, opening) && extensionBehind(task.text, last.end) === undefined) continue;
    if (isTightlyFollowed(groups, to) && !isDashedExtension(groups, to, task.context)) continue;
    const stretch = groups.slice(from, to + 1);
    const reading = readStretch(stretch, opening, task.context, from === 0 ? 0 : (groups[from - 1]?.end ?? 0));
    if (reading === undefined) continue;
    const isValid = reading.number?.isValid === true;
    const taken = { phone: phoneOf(start, last.end, reading, task), next: to + 1, isValid };
    // A shorter stretch that is a number of some country is better than a longer one that only might be.
    if (isValid) return taken;
    if (doubtful === undefined || taken.phone.confidence > doubtful.phone.confidence) doubtful = taken;
  }
  return doubtful;
}

/** "(" and "+" before the first group belong to the number; other signs between two groups do not. */
function openingOf(group: DigitGroup, index: number): string {
  const opening = /[(+[][(+\s[]*$/.exec(group.before)?.[0] ?? '';
  return index === 0 ? group.before.slice(group.before.length - opening.length) : opening;
}

function isGluedStart(text: string, start: number, opening: string): boolean {
  if (opening.includes('+')) return /[\d\ue000]$/.test(text.slice(Math.max(0, start - 1), start));
  return isGluedBefore(text, start);
}

/** A plus says where a number begins so surely that letters may follow it at once. */
function isGluedEnd(text: string, end: number, opening: string): boolean {
  return opening.includes('+') ? /^[_@%*\ue000]/.test(text.slice(end)) : isGluedAfter(text, end);
}

/** A group tied to the one before by a dot or a dash is the middle of something, never the head of a number. */
function hangsOnNumber(groups: readonly DigitGroup[], from: number): boolean {
  if (from === 0) return false;
  const before = groups[from]?.before ?? '';
  return /^[.\-·~]$/.test(before) || before === '';
}

const isTightlyFollowed = (groups: readonly DigitGroup[], to: number): boolean =>
  /^[.\-·]$/.test(groups[to + 1]?.before ?? '');

const DASHES_EXTENSIONS = ['CN', 'TW', 'HK'];

function isDashedExtension(groups: readonly DigitGroup[], to: number, context: PhoneContext): boolean {
  const isLast = to + 2 === groups.length || !/^[.\-·]$/.test(groups[to + 2]?.before ?? '');
  if (!isLast || groups[to + 1]?.before !== '-' || !/^\d{2,5}$/.test(groups[to + 1]?.digits ?? '')) return false;
  return [...context.known, ...context.guesses].some((country) => DASHES_EXTENSIONS.includes(country));
}

/** Where a number beginning at `from` may end, best first: before a plus always, at a slash or spaced dash if it must. */
function stopsOf(groups: readonly DigitGroup[], from: number): number[] {
  let limit = Math.min(groups.length - 1, from + MOST_GROUPS - 1);
  for (let index = from + 1; index <= limit; index += 1) {
    const before = groups[index]?.before ?? '';
    // A plus opens the next number, and so does a bracket, unless it holds an area code or the zero of "+44 (0)20".
    const opensNext =
      before.includes('+') || (index > from + 1 && before.includes('(') && groups[index]?.digits !== '0');
    if (opensNext) {
      limit = index - 1;
      break;
    }
  }
  const stops: number[] = [];
  for (let to = limit; to >= from; to -= 1) stops.push(to);
  return stops;
}

function isTooLong(groups: readonly DigitGroup[], from: number, to: number): boolean {
  let count = 0;
  for (let index = from; index <= to; index += 1) count += groups[index]?.digits.length ?? 0;
  return count < FEWEST_DIGITS || count > MOST_DIGITS + 1;
}

const CHINESE_EXTENSION = /^\s?-\s?(\d{2,5})(?![\d-])/;

function phoneOf(start: number, end: number, reading: NumberReading, task: RunTask): FoundPhone {
  const extension = extensionBehind(task.text, end) ?? dashedExtension(task.text, end, reading.number);
  const phone: FoundPhone = {
    start,
    end: end + (extension?.length ?? 0),
    // Digits no country gives out are kept as written, without claiming to be a number.
    e164: reading.number?.isValid === true ? reading.number.e164 : null,
    country: reading.number?.country ?? null,
    isMobile: reading.number?.isMobile ?? false,
    confidence: reading.confidence,
  };
  if (extension !== undefined) phone.extension = extension.digits;
  return phone;
}

/** China and Taiwan write an extension behind a dash: 010-5555 0100-801. */
function dashedExtension(
  text: string,
  end: number,
  number: PhoneNumber | null,
): { digits: string; length: number } | undefined {
  if (number === null || !DASHES_EXTENSIONS.includes(number.country ?? '')) return undefined;
  const match = CHINESE_EXTENSION.exec(text.slice(end, end + 8));
  return match?.[1] === undefined ? undefined : { digits: match[1], length: match[0].length };
}

const JOINS_SHORT = /^\s?(?:[/,;&、]|or|and|und|oder|ou|et|y|e)\s?$/i;

/** "442-0061, 929-5452", "6475 3203 / 6475 3206": a short second number takes the head of the one before it. */
function completedNumber(
  groups: readonly DigitGroup[],
  from: number,
  previous: FoundPhone,
  task: RunTask,
): Taken | undefined {
  const first = groups[from];
  if (first === undefined || previous.e164 === null || first.start - previous.end > 6) return undefined;
  if (!JOINS_SHORT.test(task.text.slice(previous.end, first.start))) return undefined;
  for (const to of stopsOf(groups, from)) {
    const last = groups[to];
    const digits = groups
      .slice(from, to + 1)
      .map((group) => group.digits)
      .join('');
    if (last === undefined || digits.length < 6 || digits.length > 8 || first.digits.length < 3) continue;
    if (isGluedAfter(task.text, last.end)) continue;
    const number = internationalNumber(previous.e164.slice(1, -digits.length) + digits);
    if (number?.isValid !== true) continue;
    return { phone: phoneOf(first.start, last.end, { number, confidence: 0.8 }, task), next: to + 1, isValid: true };
  }
  return undefined;
}
