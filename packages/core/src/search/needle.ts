import { lettersOf } from './search-text.ts';

/** Pieces that must all stand in a text. */
export type Pieces = readonly string[];
/** For each word that is sought: the ways in which a text may hold it, one of which must be fulfilled. */
export type Needle = readonly (readonly Pieces[])[];

/** An index of three letters in a row finds no shorter piece. */
const shortestPiece = 3;
const shortestWithSlip = { latin: 5, other: 3 };
const longWithTwoSlips = 9;

const isLatin = (letters: readonly string[]): boolean => letters.every((letter) => letter.length === 1);

/**
 * What a text must hold to hold these words as they are typed: each anywhere, one of two letters at the beginning of a word. A single Latin letter says nothing
 * and is left out.
 */
export const exactNeedle = (words: readonly string[]): Needle =>
  words.flatMap((word) => {
    if (word.length >= shortestPiece) return [[[word]]];
    return word.length === shortestPiece - 1 ? [[[` ${word}`]]] : [];
  });

/** Does a text hold what a needle says? */
export const holds = (needle: Needle, text: string): boolean =>
  needle.every((ways) => ways.some((pieces) => pieces.every((piece) => text.includes(piece))));

/** How many slips of the finger the search forgives in a word: none in a short one or in a number, two in a long Latin one. */
export function slipsForgiven(word: string): 0 | 1 | 2 {
  const letters = lettersOf(word);
  if (letters.some((letter) => /^[0-9]$/.test(letter))) return 0;
  if (letters.length < (isLatin(letters) ? shortestWithSlip.latin : shortestWithSlip.other)) return 0;
  return isLatin(letters) && letters.length >= longWithTwoSlips ? 2 : 1;
}

/**
 * What a text must hold to hold these words with the slips that are forgiven: a letter more, less, another or two that changed
 * places. One slip leaves one half whole, or where it stands across the middle what is on both sides of it; two slips leave one
 * third whole. Whoever holds this still has to be measured by `slipsBetween`.
 */
export const slipNeedle = (words: readonly string[]): Needle =>
  words.flatMap((word) => {
    const slips = slipsForgiven(word);
    if (slips === 0) return exactNeedle([word]);
    const letters = isLatin(lettersOf(word)) ? [' ', ...lettersOf(word)] : lettersOf(word);
    const ways: Pieces[] = slips === 2 ? thirdsOf(letters) : halvesOf(letters);
    const known = ways.map((pieces) => pieces.filter((piece) => piece.length >= shortestPiece));
    return [[[word], ...known.filter((pieces) => pieces.length > 0)]];
  });

function halvesOf(letters: readonly string[]): Pieces[] {
  const middle = Math.ceil(letters.length / 2);
  const part = (from: number, to?: number) => letters.slice(from, to).join('');
  return [[part(0, middle)], [part(middle)], [part(0, middle - 1), part(middle + 1)]];
}

function thirdsOf(letters: readonly string[]): Pieces[] {
  const cut = (part: number) => Math.round((letters.length * part) / 3);
  return [0, 1, 2].map((part) => [letters.slice(cut(part), cut(part + 1)).join('')]);
}

/**
 * The fewest slips by which a word becomes a part of a text: letters more, less, others (Sellers 1980), and two neighbours that
 * changed places counted as one. A Latin word is measured from the beginning of a word on; the letters that follow are free,
 * because somebody may still be typing.
 */
export function slipsBetween(word: string, text: string): number {
  const sought = isLatin(lettersOf(word)) ? [' ', ...lettersOf(word)] : lettersOf(word);
  const letters = lettersOf(text);
  let beforeLast: number[] = [];
  let last = Array.from({ length: sought.length + 1 }, (_, row) => row);
  let fewest = last.at(-1) as number;
  for (const [at, letter] of letters.entries()) {
    const now = [0];
    for (let row = 1; row <= sought.length; row += 1) {
      const same = sought[row - 1] === letter;
      let slips = Math.min(
        (last[row - 1] as number) + (same ? 0 : 1),
        (last[row] as number) + 1,
        (now[row - 1] as number) + 1,
      );
      const swapped = row > 1 && at > 0 && sought[row - 2] === letter && sought[row - 1] === letters[at - 1];
      if (swapped) slips = Math.min(slips, (beforeLast[row - 2] as number) + 1);
      now.push(slips);
    }
    fewest = Math.min(fewest, now.at(-1) as number);
    [beforeLast, last] = [last, now];
  }
  return fewest;
}

/** Does a text hold every word, with no more slips in each than are forgiven? */
export const holdsWithSlips = (words: readonly string[], text: string): boolean =>
  words.every((word) => text.includes(word) || slipsBetween(word, text) <= slipsForgiven(word));
