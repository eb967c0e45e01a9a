/** A header taken apart. */
export type Header = {
  /** Letters and digits only, lower case, without accents: `Deal Owner`, `deal_owner` and `DealOwner` are `dealowner`. */
  readonly key: string;
  readonly words: readonly string[];
  /** Power of ten that the header states for its amounts: `（万元）` 4, `(thousand $)` 3, otherwise 0. */
  readonly exponent: number;
};

const units: readonly (readonly [RegExp, number])[] = [
  [/百万|百萬|million|mio|mln/i, 6],
  [/千万|千萬/, 7],
  [/亿|億|billion|mrd/i, 8],
  [/万|萬/, 4],
  [/千|thousand|tausend|\bmiles\b|milliers|'000|\b000s?\b|^k\b|\bk[$€£¥]|^t[$€£]|^teur|^k(?:eur|usd|gbp|chf)/i, 3],
];

/** Billions are the one unit that two languages write with different zeros: 亿 is 8, billion 9. */
const BILLION = /billion|mrd/i;

/** `Umsatz in TEUR`, `Amount in USD`: a unit as much as one in parentheses. */
const unitBehindIn = /\s+in\s+([A-Z]{3}|T?[$€£]|k[$€£]|TEUR|thousands?|millions?|tausend|mio\.?|mrd\.?)\s*$/i;

const latin: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' };

/** Takes a header apart into a key that writing does not change, its words, and the unit it states in parentheses. */
export function foldHeader(header: string): Header {
  const text = header.normalize('NFKC').replace(/__c\b/g, ' ').replace(unitBehindIn, ' ($1)').trim();
  const bracketed = [...text.matchAll(/[([]([^)\]]*)[)\]]/g)].map((match) => (match[1] ?? '').trim());
  const exponent = bracketed.map(exponentOf).find((found) => found !== 0) ?? 0;
  const bare = text.replace(/[([][^)\]]*[)\]]/g, ' ');
  const words = wordsOf(/[\p{L}\p{N}]/u.test(bare) ? bare : text);
  return { key: words.join(''), words, exponent };
}

function exponentOf(unit: string): number {
  if (BILLION.test(unit)) return 9;
  return units.find(([form]) => form.test(unit))?.[1] ?? 0;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[ßøæœłđı]/g, (letter) => latin[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
