/** Words that announce an extension, in the languages that use one. */
const WORDS =
  'extension|extensions|ext|extn|ex|x|durchwahl|dw|app|toestel|tst|interne|poste|int|interno|anexo|ramal|доб|вн|wew|klapka|linka|转分机|转接|转|轉|分机|分機|内线|內線|内線|내선';

const BEHIND_NUMBER = new RegExp(
  `^[\\s,;]{0,3}[(\\[]?\\s?(?:${WORDS})\\.?\\s?[:：.#]?\\s?(\\d{1,6})(?!\\d|[-.]\\d{3})\\s?[)\\]]?`,
  'iu',
);
const HASH_BEHIND_NUMBER = /^\s?#\s?(\d{2,5})(?!\d)/;
const ALONE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS})\\.?\\s?[:：.#]?\\s?(\\d{2,6})(?![\\d\\p{L}]|[-.]\\d)`, 'giu');
/** Only these stand for a telephone without a number in front of them; "x 200" or "Ex. 12" alone may be anything. */
const SURE_ALONE = /^(?:extension|ext|extn|ex\s?[:.]|durchwahl|toestel|ramal|分机|分機|内线|內線|内線|내선|转|доб)/iu;

/** The extension right behind a number: its digits and the length of the text that says it. */
export function extensionBehind(text: string, end: number): { digits: string; length: number } | undefined {
  const rest = text.slice(end, end + 30);
  const match = BEHIND_NUMBER.exec(rest) ?? HASH_BEHIND_NUMBER.exec(rest);
  return match?.[1] === undefined ? undefined : { digits: match[1], length: trimmedLength(match[0]) };
}

function trimmedLength(matched: string): number {
  const opens = /[([]/.test(matched);
  return opens ? matched.length : matched.replace(/[\s)\]]+$/, '').length;
}

/** Extensions that stand by themselves ("Extension 23"), to be dialled through the page's switchboard. */
export function extensionsAlone(text: string): { start: number; end: number; digits: string }[] {
  const found: { start: number; end: number; digits: string }[] = [];
  for (const match of text.matchAll(ALONE)) {
    if (match[1] === undefined || !SURE_ALONE.test(match[0])) continue;
    found.push({ start: match.index, end: match.index + match[0].length, digits: match[1] });
  }
  return found;
}
