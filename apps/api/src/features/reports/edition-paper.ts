import type { Locale } from '@milepost/contract/organisation';
import type {
  EditionChart,
  EditionCommentView,
  EditionFigure,
  EditionLabel,
  EditionReading,
} from '@milepost/contract/reports';
import type { Chart } from '@milepost/core/reports/draw-chart';
import type { EditionFormats } from './edition-formats.ts';
import type { EditionWords, LabelWord } from './edition-words.ts';

/** An edition with the words and formats of one language: what goes on paper, and into a workbook. */
export type EditionOnPaper = {
  reading: EditionReading;
  comments: readonly EditionCommentView[];
  locale: Locale;
  words: EditionWords;
  formats: EditionFormats;
};

/** A label in words: a name as it is, a word of the house, a day in full. */
export const labelOf = ({ words, formats }: EditionOnPaper, { kind, text }: EditionLabel): string =>
  kind === 'name' ? text : kind === 'day' ? formats.day(text) : (words.labels[text as LabelWord] ?? text);

/** A chart in words and as short as there is room for, ready to be drawn. */
export const chartOf = (paper: EditionOnPaper, { shape, unit, points }: EditionChart): Chart => ({
  shape,
  points: points.map(({ label, value, isTotal }) => ({
    ...{ value, isTotal, text: paper.formats.short(value, unit) },
    label: label.kind === 'day' ? paper.formats.shortDay(label.text) : labelOf(paper, label),
  })),
});

/** What is said beside a figure: why it is not known, or what is not in it. */
export function noteOf({ words, formats }: EditionOnPaper, { reason, leftOut, unit }: EditionFigure): string {
  if (reason !== null) return words.reasons[reason];
  return leftOut === null ? '' : words.leftOut(formats.figure(leftOut, unit));
}

/** What became of the edition, in one line. */
export function stateOf({ reading, words, formats }: EditionOnPaper): string {
  const { edition } = reading;
  const at = formats.instant(edition.frozenAt ?? reading.asOf);
  return edition.state === 'draft' ? words.draft : words[edition.state](at);
}

export const spanOf = ({ reading: { content }, formats }: EditionOnPaper): string =>
  `${formats.day(content.startsOn)} – ${formats.day(content.endsOn)}`;
