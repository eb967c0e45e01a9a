/**
 * A name reduced to what makes two spellings the same: case, width, spaces and punctuation are folded away, letters,
 * digits, marks and CJK characters stay. `GTXPro`, `GTX Pro` and `ＧＴＸ－ＰＲＯ` fold alike. The plus sign stays, because
 * `Core` and `Core+` are two products. A name of punctuation only keeps it, so that it does not equal every other.
 *
 * Equal folds mean "likely the same", never "the same".
 */
export function foldName(text: string): string {
  const folded = foldCase(text);
  const letters = folded.replace(/[^\p{L}\p{N}\p{M}+]+/gu, '');
  return letters === '' ? folded.trim() : letters;
}

/** Compatibility characters unified (NFKC: full and half width, ligatures, ㈱), signs of ownership dropped, case folded. */
export function foldCase(text: string): string {
  // Upper case first: it turns ß into SS, as Unicode case folding does. Lower case makes a sigma at the end of a word the final one,
  // and where a word ends is what is folded away: the common one stands for both.
  return text
    .replace(/[®©™℠]/g, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC');
}
