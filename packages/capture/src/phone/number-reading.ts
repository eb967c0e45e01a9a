import { internationalNumber, nationalNumber, nationalNumberWithoutTrunk, type PhoneNumber } from './phone-number.ts';
import type { DigitGroup } from './phone-runs.ts';

export type PhoneContext = {
  /** Countries the text is in for sure or by the site, surest first. */
  known: readonly string[];
  /** Countries tried when the known ones do not fit. */
  guesses: readonly string[];
  /** Whether a label says that a telephone stands from `at` to `end`, looking back no further than `from`. */
  isLabelled: (from: number, at: number, end: number) => boolean;
};

/** Digits read as a number, or (`null`) as one of a country nobody named; `confidence` is a ratio. */
export type NumberReading = { number: PhoneNumber | null; confidence: number };

const FEWEST_DIGITS = 7;
const MOST_LONE_DIGITS = 2;

/** Reads groups as one number, by its plus, by the countries known, by the countries guessed. */
export function readStretch(
  stretch: readonly DigitGroup[],
  opening: string,
  context: PhoneContext,
  from: number,
): NumberReading | undefined {
  const start = (stretch[0]?.start ?? 0) - opening.length;
  const digits = stretch.map((group) => group.digits).join('');
  const hasPlus = opening.includes('+');
  // "1 2 3 4 5 …" are the pages of a list.
  if (stretch.filter((group) => group.digits.length === 1).length > MOST_LONE_DIGITS) return undefined;
  const signs = stretch.slice(1).map((group) => group.before);
  if (signs.some((sign) => /\/|\s-\s?\(|~|\s{2}|\)\s*\(|\[/.test(sign)) && !hasPlus && !isSlashedAreaCode(stretch))
    return undefined;
  if (hasPlus) return readInternational(stretch);
  const isLabelled = context.isLabelled(from, start, stretch.at(-1)?.end ?? start);
  const national = { stretch, digits, opening, isLabelled, context };
  return (
    readNational(national) ??
    readWithoutTrunk(national) ??
    readWithoutPlus(stretch, opening, isLabelled) ??
    readDoubtful(national)
  );
}

/** "030/123456" and "(030) / 12 34 56": one slash, behind an area code. */
function isSlashedAreaCode(stretch: readonly DigitGroup[]): boolean {
  const slashes = stretch.filter((group, index) => index > 0 && group.before.includes('/'));
  return (
    slashes.length === 1 && stretch[1]?.before.includes('/') === true && /^0\d{1,4}$/.test(stretch[0]?.digits ?? '')
  );
}

/** A zero in brackets behind the country ("+44 (0)20 …") is dialled at home only. */
function withoutTrunkZero(stretch: readonly DigitGroup[]): string {
  return stretch
    .filter((group, index) => !(index > 0 && group.digits === '0' && /[([]\s?$/.test(group.before)))
    .map((group, index) =>
      index > 0 && /[([]\s?$/.test(group.before) ? group.digits.replace(/^0(?=\d)/, '') : group.digits,
    )
    .join('');
}

function readInternational(stretch: readonly DigitGroup[]): NumberReading | undefined {
  const digits = withoutTrunkZero(stretch);
  const number = internationalNumber(digits) ?? internationalNumber(stretch.map((group) => group.digits).join(''));
  if (number === undefined) return undefined;
  return { number, confidence: number.isValid ? 0.97 : 0.7 };
}

type NationalTask = {
  stretch: readonly DigitGroup[];
  digits: string;
  opening: string;
  isLabelled: boolean;
  context: PhoneContext;
};

function readNational(task: NationalTask): NumberReading | undefined {
  const { digits, isLabelled, context } = task;
  if (/^(\d)\1+$/.test(digits)) return undefined;
  for (const country of context.known) {
    // Parsing is dear: the form is looked at first.
    const number = isLabelled || isWrittenAsPhone(task, country) ? nationalNumber(digits, country) : undefined;
    if (number?.isValid === true) return { number, confidence: isLabelled ? 0.96 : 0.88 };
  }
  if (isNorthAmericanForm(task)) {
    const number = nationalNumber(digits, 'US');
    if (number?.isValid === true) return { number, confidence: 0.9 };
  }
  for (const country of context.guesses) {
    const number = isLabelled || isWrittenAsPhone(task, country) ? nationalNumber(digits, country) : undefined;
    if (number?.isValid === true) return { number, confidence: isLabelled ? 0.8 : 0.65 };
  }
  const idd = /^(?:00|011)([1-9]\d{7,})$/.exec(digits)?.[1];
  if (idd !== undefined) {
    const number = internationalNumber(idd);
    if (number?.isValid === true) return { number, confidence: 0.9 };
  }
  return undefined;
}

/** "(495) 123-45-67" behind a label, in a country that is known: the trunk prefix is left out. */
function readWithoutTrunk({ digits, isLabelled, context }: NationalTask): NumberReading | undefined {
  for (const country of isLabelled ? context.known : []) {
    const number = nationalNumberWithoutTrunk(digits, country);
    if (number !== undefined) return { number, confidence: 0.75 };
  }
  return undefined;
}

/** What only a label, or the look of an American number, makes a telephone: an area that is not given out, no country. */
function readDoubtful(task: NationalTask): NumberReading | undefined {
  const { digits, isLabelled } = task;
  if (/^(\d)\1+$/.test(digits)) return undefined;
  if (isNorthAmericanForm(task) && (isLabelled || task.opening !== '')) {
    const number = nationalNumber(digits, 'US');
    if (number !== undefined) return { number, confidence: 0.6 };
  }
  return isLabelled && looksDialled(task) ? { number: null, confidence: 0.5 } : undefined;
}

/** 3-3-4 digits, with or without a 1 in front. */
function isNorthAmericanForm(task: NationalTask): boolean {
  const lengths = task.stretch.map((group) => group.digits.length).join('-');
  if (/^(?:1-)?3-3-4$/.test(lengths) || /^(?:1-)?3-7$/.test(lengths)) return true;
  return task.isLabelled && task.stretch.length === 1 && /^1?[2-9]\d{9}$/.test(task.digits);
}

/** Whether digits without a label are written as a country writes its telephones, not as any other number. */
function isWrittenAsPhone(task: NationalTask, country: string): boolean {
  const { digits, stretch } = task;
  if (country === 'CN' && /^1[3-9]\d{9}$/.test(digits)) return true;
  if (stretch.length < 2) return false;
  if (country === 'US' || country === 'CA') return isNorthAmericanForm(task);
  return (
    digits.startsWith('0') ||
    /^(?:1[38]00|400|800)/.test(digits) ||
    task.opening !== '' ||
    (stretch.length >= 3 && digits.length >= 8)
  );
}

/** Behind a label digits may be a telephone of a country nobody named: seven to twelve of them, in sensible groups. */
function looksDialled(task: NationalTask): boolean {
  if (task.digits.length < FEWEST_DIGITS || task.digits.length > 13) return false;
  return task.stretch.length > 1 || task.digits.length <= 12;
}

/** "(86-10) 5869 8989", "( 33 1) 42 68 53 00": a country's code in brackets, its plus left out. */
function readWithoutPlus(
  stretch: readonly DigitGroup[],
  opening: string,
  isLabelled: boolean,
): NumberReading | undefined {
  if (!opening.includes('(') && !isLabelled) return undefined;
  const number = internationalNumber(withoutTrunkZero(stretch));
  if (number?.isValid !== true || stretch.length < 2) return undefined;
  return { number, confidence: 0.8 };
}
