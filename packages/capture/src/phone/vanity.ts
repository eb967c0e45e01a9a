const KEYS: Record<string, string> = {};
for (const [digit, letters] of Object.entries({
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
})) {
  for (const letter of letters) KEYS[letter] = digit;
}

/** An area code, then letters that spell the rest: "1-888-WEB-CLUB", "(734) 668-TIME", "303.333.PAUL". */
const VANITY =
  /(?<![\w+])(?:1[-.\s]{0,2})?\(?([2-9]\d\d)\)?[-.\s]{1,2}((?=[\d.-]*[A-Z]{2})[A-Z\d]{2,}(?:[-.][A-Z\d]{2,})*)(?![\w@])/g;
const SPELLED_OUT = /^\s?\(\s?([\d.\s-]{7,16})\s?\)/;
const SUBSCRIBER_DIGITS = 7;

export type VanityNumber = { start: number; end: number; digits: string };

const dialled = (letters: string): string =>
  [...letters].map((character) => KEYS[character] ?? (/\d/.test(character) ? character : '')).join('');

/** Numbers of the North American plan spelled with letters; digits past the seventh are not dialled. */
export function vanityNumbers(text: string): VanityNumber[] {
  const found: VanityNumber[] = [];
  for (const match of text.matchAll(VANITY)) {
    const area = match[1] ?? '';
    const rest = dialled(match[2] ?? '');
    if (rest.length < SUBSCRIBER_DIGITS || rest.length > SUBSCRIBER_DIGITS + 4) continue;
    const digits = area + rest.slice(0, SUBSCRIBER_DIGITS);
    let end = match.index + match[0].length;
    const spelled = SPELLED_OUT.exec(text.slice(end));
    if (spelled?.[1] !== undefined && digits.endsWith(spelled[1].replace(/\D/g, '').replace(/^1(?=\d{10})/, ''))) {
      end += spelled[0].length;
    }
    found.push({ start: match.index, end, digits });
  }
  return found;
}
