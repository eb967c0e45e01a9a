/**
 * A name as it is compared: full and half width, case, spaces and punctuation make no difference, letters of every script
 * stay. `GTXPro`, `GTX Pro` and `ＧＴＸ－Ｐｒｏ` fold alike; `Müller` and `Muller` do not.
 * A name of punctuation alone keeps it, so that it never folds to nothing.
 */
export function foldName(text: string): string {
  const same = text.normalize('NFKC').toLowerCase();
  const letters = same.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return letters === '' ? same.trim() : letters;
}
