import { foldCase } from '../identity/fold-name.ts';

/**
 * Text as the search keeps it: words in lower case between single spaces, one space before the first and after the last, so that
 * the beginning of a word can be told from its middle. Accents are dropped (`Müller` → ` muller `). A letter that is not of the
 * Latin alphabet is written as `z` and its code point in hexadecimal (华信 → ` z534ez4fe1 `): an index of three letters in a row
 * then finds one Chinese character as well as a Latin word, in a database of whatever collation. Nothing to search for is ''.
 */
export function searchText(text: string): string {
  const words = searchWords(text);
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/** The words of a text as the search keeps them. */
export const searchWords = (text: string): string[] =>
  foldCase(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/[^a-z0-9+]/gu, codeOf));

const codeOf = (letter: string): string => `z${(letter.codePointAt(0) as number).toString(16).padStart(4, '0')}`;

/** A text of the search letter by letter: a written code point is one letter, whatever it is written with. */
export const lettersOf = (text: string): string[] => text.match(/z[0-9a-f]{4,5}(?![0-9a-f])|z[0-9a-f]{4}|./gu) ?? [];
