/** Letters beyond ASCII by language, for the two code pages that European spreadsheets save CSV in. */
const letters = {
  'windows-1252': [
    'äöüÄÖÜß',
    'àâæçèéêëîïôœùûüÿÀÂÆÇÈÉÊËÎÏÔŒÙÛÜŸ',
    'áéíñóúüÁÉÍÑÓÚÜ¿¡ºª',
    'àáâãçéêíóôõúüÀÁÂÃÇÉÊÍÓÔÕÚÜºª',
    'àèéìíòóùÀÈÉÌÍÒÓÙ',
    'åäöÅÄÖéÉ',
    'æøåÆØÅéÉ',
    'áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ',
    'çğıöşüÇÖÜ',
  ],
  'windows-1250': [
    'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
    'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ',
    'áäčďéíĺľňóôŕšťúýžÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ',
    'áéíóöőúüűÁÉÍÓÖŐÚÜŰ',
    'čćđšžČĆĐŠŽ',
    'ăâîşţĂÂÎŞŢ',
  ],
} as const;

export type CodePage = keyof typeof letters;

const isLetter = /\p{L}|[¿¡ºª]/u;

/**
 * Which of the two code pages explains the bytes beyond ASCII better, given how often each occurs: the one with the
 * language whose letters they are most completely. Western where both explain them alike.
 */
export function decideCodePage(counts: readonly number[]): CodePage {
  return explainedShare('windows-1250', counts) > explainedShare('windows-1252', counts)
    ? 'windows-1250'
    : 'windows-1252';
}

function explainedShare(page: CodePage, counts: readonly number[]): number {
  const decoder = new TextDecoder(page);
  const high = Array.from({ length: 128 }, (_, index) => ({
    sign: decoder.decode(Uint8Array.of(128 + index)),
    count: counts[128 + index] ?? 0,
  }));
  // Quotes, dashes and the euro sign stand at the same places in both pages and say nothing.
  const telling = high.filter(
    ({ sign, count }) => (count > 0 && !/[\p{P}\s€§°©®™±µ¶·]/u.test(sign)) || isInverted(sign),
  );
  const total = telling.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  const explained = letters[page].map((language) =>
    telling.reduce((sum, { sign, count }) => sum + (isLetter.test(sign) && language.includes(sign) ? count : 0), 0),
  );
  return Math.max(...explained) / total;
}

const isInverted = (sign: string): boolean => sign === '¿' || sign === '¡';
