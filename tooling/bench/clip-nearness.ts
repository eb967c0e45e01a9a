import { foldText } from './clip-marks.ts';

/** So many letters and digits of folded text lie between two marks that belong together. */
const NEAR = 70;

/** The visible text of a page, folded, as far as a judge needs it: without scripts, styles and tags. */
const foldedPage = (html: string): string =>
  foldText(
    html
      .replace(/<(script|style|noscript)\b.*?<\/\1>/gis, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&amp;/g, '&')
      .replace(/&#?\w+;/g, ' '),
  );

function placesOf(text: string, mark: string): { from: number; to: number }[] {
  const fold = foldText(mark);
  const places: { from: number; to: number }[] = [];
  for (let at = fold === '' ? -1 : text.indexOf(fold); at >= 0; at = text.indexOf(fold, at + fold.length))
    places.push({ from: at, to: at + fold.length });
  return places;
}

/** Those of the marks that stand near one of the others on the page. */
export function marksBeside(html: string, marks: readonly string[], others: readonly string[]): string[] {
  const text = foldedPage(html);
  const around = others.flatMap((other) => placesOf(text, other));
  return marks.filter((mark) =>
    placesOf(text, mark).some(({ from, to }) =>
      around.some((other) => other.from - to <= NEAR && from - other.to <= NEAR),
    ),
  );
}
