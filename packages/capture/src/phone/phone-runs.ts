/** A group of digits and what stands before it inside its run. */
export type DigitGroup = { start: number; end: number; digits: string; before: string };

/** Digit groups that hang together by the signs a telephone number is written with. */
export type PhoneRun = { groups: DigitGroup[] };

const GROUP = /\d+/g;
/** What may stand between two groups of one run: blanks, brackets, dashes, dots, a slash, a plus that opens the next number. */
const BETWEEN = /^[\s().\-/·~+[\]]{0,5}$/;
const OPENS_WITH = /[(+[]\s?\+?\s?$|\+\s?\(?\s?$/;
/** A digit glued to these belongs to a word, a tag or an amount. A plus in front makes it a number all the same. */
const GLUED_BEFORE = /[\p{L}\p{N}_#@&=%*$€£\ue000]-?$/u;
const CJK_LETTER_BEFORE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]-?$/u;
const GLUED_AFTER = /^(?:[\p{L}_@%*\ue000]|-[\p{L}]{3})/u;
/** "(202) 555-0100Fax: …": a label that follows without a blank glues nothing. */
const LABEL_AFTER = /^(?:fax|tel|phone|mob|cell|e-?mail|ext|toll|tty|web|www|x\d)/i;
const CJK_LETTER_AFTER = /^-?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/**
 * All runs of digit groups in a text of plain characters. A run may hold several numbers, or none: it only says which
 * groups could belong together. `before` of its first group holds an opening bracket or plus.
 */
export function phoneRuns(text: string): PhoneRun[] {
  const runs: PhoneRun[] = [];
  let groups: DigitGroup[] = [];
  let previousEnd = 0;
  const close = (): void => {
    if (groups.length > 0) runs.push({ groups });
    groups = [];
  };
  for (const match of text.matchAll(GROUP)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = text.slice(previousEnd, start);
    const hangsOn = groups.length > 0 && BETWEEN.test(between);
    if (!hangsOn) close();
    const before = hangsOn ? between : (OPENS_WITH.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '');
    groups.push({ start, end, digits: match[0], before });
    previousEnd = end;
  }
  close();
  return runs;
}

/** Whether the text right before `start` makes the digits part of a word or an amount. */
export function isGluedBefore(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return GLUED_BEFORE.test(before) && !CJK_LETTER_BEFORE.test(before);
}

/** Whether the text right behind `end` makes the digits part of a word. A unit of Chinese text does not. */
export function isGluedAfter(text: string, end: number): boolean {
  const after = text.slice(end, end + 6);
  return GLUED_AFTER.test(after) && !CJK_LETTER_AFTER.test(after) && !LABEL_AFTER.test(after);
}
