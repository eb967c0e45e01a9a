import type { TileView } from '@milepost/contract/overview';
import { paceBounds } from '@milepost/core/pacing/control-limits';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** What a tile says: its number in short and in full, what stands beside it, its interval, its time. */
export function useTileWords() {
  const { t } = useI18n();
  const formats = useFormats();

  /** Where what a tile says turns: its number is not rounded onto it. */
  function boundsOf({ tile, beside: known }: TileView): readonly number[] {
    if (tile === 'attainment') return paceBounds;
    return known?.unit === 'ratio' ? [known.value] : [];
  }
  function inShort(
    unit: TileView['unit'] | 'points',
    value: number | null,
    bounds: readonly number[] = [],
  ): string | null {
    const { compactMoney, number, ratio } = formats.value;
    if (unit === 'money') return compactMoney(value);
    return unit === 'count' ? number(value) : ratio(value, 0, bounds);
  }
  function inFull(unit: TileView['unit'], value: number | null): string | null {
    const { money, number, ratio } = formats.value;
    if (unit === 'money') return money(value);
    return unit === 'count' ? number(value) : ratio(value, 2);
  }
  function interval(tile: TileView): string | null {
    const { interval: known, unit, grain } = tile;
    if (!known) return null;
    const of = known.kind === 'landing' || known.kind === 'expected' || known.kind === 'share' ? 'ratio' : unit;
    const round = (value: number) => (of === 'ratio' ? value : Math.round(value));
    // Two ends that look alike in short are told in full: an interval of nothing would say that it is known for sure.
    const looksAlike = known.low !== known.high && inShort(of, round(known.low)) === inShort(of, round(known.high));
    const tell = looksAlike ? inFull : (told: TileView['unit'], value: number) => inShort(told, value, boundsOf(tile));
    return t(`overview.interval.${known.kind}`, {
      low: tell(of, round(known.low)) ?? '',
      high: tell(of, round(known.high)) ?? '',
      conf: formats.value.ratio(known.conf, 0) ?? '',
      grain: t(`overview.grain.${grain}`),
    });
  }
  function beside({ tile, beside: known, counts }: TileView): string | null {
    const counted = counts && counts.den > 0 ? t('overview.counts', { num: counts.num, den: counts.den }) : null;
    if (known?.told) {
      const [value, low, high] = [known.value, known.told.low, known.told.high].map((one) =>
        formats.value.number(one, 0),
      );
      const score = t('overview.netPromoter', { value, low, high, count: formats.value.number(known.told.count) });
      return [counted, score].filter(Boolean).join(' · ');
    }
    if (counted) return counted;
    return known ? t(`overview.beside.${tile}`, { value: inShort(known.unit, known.value) ?? '' }) : null;
  }
  const span = ({ from, to }: TileView): string =>
    t('overview.span', { from: formats.value.day(from) ?? '', to: formats.value.day(to) ?? '' });

  const inTile = (tile: TileView) => inShort(tile.unit, tile.value, boundsOf(tile));

  return { inTile, inFull, interval, beside, span };
}
