import { emailAddress } from './email-address.ts';

export type FoundEmail = { start: number; end: number; value: string; decoded?: true };

const LOCAL = "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}._%+'’&-]*[\\p{L}\\p{N}_+-])?";
const PLAIN = new RegExp(
  `${LOCAL}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+(?:xn--[a-z\\d-]+|\\p{L}{2,24})`,
  'gu',
);

const AT =
  '(?:\\[\\s?(?:@|at|ät|a|arroba|arobase|chez|bei|æt|собака)\\s?\\]|\\(\\s?(?:@|at|ät|a|arroba|arobase|chez|bei|æt|собака)\\s?\\)|\\{\\s?(?:@|at)\\s?\\}|<\\s?(?:@|at)\\s?>)';
const DOT =
  '(?:\\[\\s?(?:\\.|dot|punkt|point|punto|ponto|piste|точка|d)\\s?\\]|\\(\\s?(?:\\.|dot|punkt|point|punto|ponto|piste|точка|d)\\s?\\)|\\{\\s?(?:\\.|dot)\\s?\\})';
const WORD = '[\\p{L}\\p{N}_+-]+';
const BRACKETED = new RegExp(
  `${WORD}(?:(?:\\s?${DOT}\\s?|\\.)${WORD})*\\s?${AT}\\s?[\\p{L}\\p{N}-]+(?:(?:\\s?${DOT}\\s?|\\.|\\s?\\[\\.(?=\\p{L}))[\\p{L}\\p{N}-]+\\]?)+`,
  'giu',
);
/** "first at domain dot com": both words, since "meet us at acme.com" is no address. */
const SPOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}@.])${WORD}(?:(?:\\sdot\\s|\\.)${WORD})*\\sat\\s(?!(?:the|an?|our|my|your|this|that)\\s)[\\p{L}\\p{N}-]+(?:\\sdot\\s[\\p{L}\\p{N}-]+)*\\sdot\\s[\\p{L}]{2,12}(?![\\p{L}\\p{N}])`,
  'giu',
);
/** "info AT acme.com": capitals set the word off. */
const CAPITALS =
  /(?<![\p{L}\p{N}@.])[a-z\d](?:[a-z\d._+-]*[a-z\d])?\s?(?:AT|\bAt\b)\s[a-z\d-]+(?:(?:\.|\s?DOT\s?)[a-z\d-]+)+/gu;
/** "info @ acme . com", "info ＠ acme.com". */
const SPACED = new RegExp(
  `(?<![\\p{L}\\p{N}@.])${WORD}(?:\\.${WORD})*\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\s?\\.\\s?[\\p{L}\\p{N}-]+)*\\.\\s?[\\p{L}]{2,12}(?![\\p{L}\\p{N}])`,
  'gu',
);

/** A text without what a disguise `needs` is not searched for it. */
const DECODERS: readonly { needs: RegExp; pattern: RegExp; decode: (text: string) => string }[] = [
  {
    needs: /[[({<]\s?(?:@|at|ät|a|arroba|arobase|chez|bei|æt|собака)\s?[\])}>]/i,
    pattern: BRACKETED,
    decode: (text) =>
      text
        .replace(new RegExp(`\\s?${AT}\\s?`, 'giu'), '@')
        .replace(new RegExp(`\\s?${DOT}\\s?`, 'giu'), '.')
        .replace(/\s?\[\.(\p{L}+)\]/gu, '.$1'),
  },
  { needs: /\sdot\s/i, pattern: SPOKEN, decode: (text) => text.replace(/\sat\s/i, '@').replace(/\sdot\s/gi, '.') },
  { needs: /A[Tt]\s/, pattern: CAPITALS, decode: (text) => text.replace(/\s?A[Tt]\s/, '@').replace(/\s?DOT\s?/g, '.') },
  { needs: /\s@|@\s|\s\.\S|@.*\.\s/, pattern: SPACED, decode: (text) => text.replace(/\s/g, '') },
];

/**
 * E-mail addresses in one line of plain characters (`written` is the line as the page has it). An address the page writes
 * out is taken as it stands; one it hides behind words or brackets is decoded and says so.
 */
export function emailsInText(plain: string, written: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (const match of plain.includes('@') ? plain.matchAll(PLAIN) : []) {
    const end = match.index + match[0].length;
    if (!standsAlone(plain, match.index, end)) continue;
    const value = emailAddress(match[0].replace('’', "'"));
    if (value === undefined) continue;
    const isWritten = written.slice(match.index, end) === match[0];
    found.push(isWritten ? { start: match.index, end, value } : { start: match.index, end, value, decoded: true });
  }
  for (const { needs, pattern, decode } of DECODERS) {
    if (!needs.test(plain)) continue;
    for (const match of plain.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.start < end) || !standsAlone(plain, match.index, end))
        continue;
      const value = emailAddress(decode(match[0]));
      if (value !== undefined) found.push({ start: match.index, end, value, decoded: true });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A path of an address of the web, up to its last slash ("host.example/book/"). */
const PATH_BEFORE = /(?:\w\.[a-z]{2,}|:\/)\S*\/$/i;

/** Not the middle of a path ("host/book/Name@shop.example/"), of starred-out digits, of a name cut short ("nae...@"). */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 2);
  if (/[*@…}.]$/.test(before) || after.startsWith('@')) return false;
  return !(before.endsWith('/') && (after.startsWith('/') || PATH_BEFORE.test(before)));
}
