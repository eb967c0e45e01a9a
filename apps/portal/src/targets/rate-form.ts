import type { RatePeriod, RateTargetView, StatedRate } from '@milepost/contract/rate-targets';
import { readPercent } from './new-target.ts';

/** A statement as it is typed: for whom (`all`, `team …`, `person …`), when, and how much in percent. */
export type RateLine = { key: string; holder: string; period: RatePeriod; percent: string };

const holderText = ({ holder }: StatedRate): string => (holder.kind === 'all' ? 'all' : `${holder.kind} ${holder.id}`);

/** What stands, as lines of the form. */
export const linesOf = (stated: readonly StatedRate[], write: (ratio: number) => string): RateLine[] =>
  stated.map((one, at) => ({
    key: `${at}`,
    holder: holderText(one),
    period: one.period,
    percent: write(one.shareRatio),
  }));

/** What the lines say; null while a share cannot be read, nobody is named twice for a period, or there is none. */
export function ratesOf(lines: readonly RateLine[], decimalMark: '.' | ','): StatedRate[] | null {
  const keys = new Set(lines.map(({ holder, period }) => `${holder} ${period}`));
  if (lines.length === 0 || keys.size < lines.length) return null;
  const rates = lines.map(({ holder, period, percent }): StatedRate | null => {
    const shareRatio = readPercent(percent, decimalMark);
    if (shareRatio === null) return null;
    const [kind, id = ''] = holder.split(' ');
    if (kind === 'team' || kind === 'person') return { holder: { kind, id }, period, shareRatio };
    return { holder: { kind: 'all' }, period, shareRatio };
  });
  return rates.every((one) => one !== null) ? rates : null;
}

/** For whom a share may be stated: everybody, and the teams and people of the target. */
export const holdersOf = (view: Pick<RateTargetView, 'rows'>, everybody: string): { value: string; label: string }[] =>
  view.rows.map(({ kind, id, name }) => ({
    value: kind === 'all' ? 'all' : `${kind} ${id}`,
    label: kind === 'all' ? everybody : name,
  }));
