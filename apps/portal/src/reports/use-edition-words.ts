import type { EditionChart, EditionFigure, EditionLabel, EditionView } from '@milepost/contract/reports';
import type { Chart } from '@milepost/core/reports/draw-chart';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

type Unit = EditionFigure['unit'];

export const stateTone: Readonly<Record<EditionView['state'], StatusTone>> = {
  ...{ draft: 'open', submitted: 'good', closed: 'watch' },
};
export const standingTone = { open: 'open', kept: 'good', missed: 'bad', dropped: 'quiet' } as const;

/** How the content of an edition is told in the language and the writing of the screen. */
export function useEditionWords() {
  const { t } = useI18n();
  const formats = useFormats();
  /** A money of an edition stands in the currency that it was frozen in. */
  const figure = (value: number | null, unit: Unit, of: { currency: string; exponent: number }): string | null =>
    unit === 'money'
      ? formats.value.money(value, { code: of.currency, exponent: of.exponent })
      : unit === 'ratio'
        ? formats.value.ratio(value)
        : formats.value.number(value);
  const short = (value: number | null, unit: Unit): string =>
    (unit === 'money'
      ? formats.value.compactMoney(value)
      : unit === 'ratio'
        ? formats.value.ratio(value, 0)
        : formats.value.number(value)) ?? '—';
  const labelOf = ({ kind, text }: EditionLabel): string =>
    kind === 'name' ? text : kind === 'day' ? (formats.value.day(text) ?? text) : t(`reports.label.${text}`);
  const shortDay = (day: string): string => (formats.value.day(day) ?? day).replace(/^\d{4}.|.\d{4}$/, '');
  return {
    figure,
    labelOf,
    spanOf: ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
      `${formats.value.day(startsOn)} – ${formats.value.day(endsOn)}`,
    /** A chart in words, ready to be drawn. */
    chartOf: ({ shape, unit, points }: EditionChart): Chart => ({
      shape,
      points: points.map(({ label, value, isTotal }) => ({
        ...{ value, isTotal, text: short(value, unit) },
        label: label.kind === 'day' ? shortDay(label.text) : labelOf(label),
      })),
    }),
  };
}
