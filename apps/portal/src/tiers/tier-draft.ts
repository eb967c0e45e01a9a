import type { TierSettingsPatch, TierSettingsView } from '@milepost/contract/tiers';
import type { PromisePeriod } from '@milepost/core/cadence/cadence';
import { readAmount } from '../i18n/read-amount.ts';

type Writing = { decimalMark: '.' | ',' };
const letters = ['A', 'B', 'C'] as const;

/** The form of tiers and cadences: numbers as text, as they are typed; shares in per cent. */
export type TierDraft = {
  by: 'share' | 'count';
  edgeA: string;
  edgeB: string;
  lambda: string;
  margin: string;
  reviews: string;
  reviewEvery: TierSettingsView['reviewEvery'];
  countA: string;
  countB: string;
  countC: string;
  perA: PromisePeriod;
  perB: PromisePeriod;
  perC: PromisePeriod;
  visitHours: string;
  wayHours: string;
  min: string;
  half: string;
  max: string;
};
export type TierNumber = Exclude<keyof TierDraft, 'by' | 'reviewEvery' | 'perA' | 'perB' | 'perC'>;

const text = (value: number, { decimalMark }: Writing): string =>
  String(Math.round(value * 10_000) / 10_000).replace('.', decimalMark);

export function draftOf(view: TierSettingsView, writing: Writing): TierDraft {
  const { cuts, hysteresis, cadences, judgement } = view;
  const edge = (value: number) => text(cuts.by === 'share' ? value * 100 : value, writing);
  return {
    by: cuts.by,
    edgeA: edge(cuts.a),
    edgeB: edge(cuts.b),
    lambda: text(view.lambda * 100, writing),
    margin: text(hysteresis.margin * 100, writing),
    reviews: String(hysteresis.reviews),
    reviewEvery: view.reviewEvery,
    countA: String(cadences.A.count),
    countB: String(cadences.B.count),
    countC: String(cadences.C.count),
    perA: cadences.A.per,
    perB: cadences.B.per,
    perC: cadences.C.per,
    visitHours: text(view.visitHours, writing),
    wayHours: text(view.wayHours, writing),
    min: text(judgement.min * 100, writing),
    half: text(judgement.half * 100, writing),
    max: text(judgement.max * 100, writing),
  };
}

/** What the form says; `unreadable` are the fields whose text is no such number, and nothing is sent while there are any. */
export function readDraft(
  draft: TierDraft,
  seen: TierSettingsView,
  { decimalMark }: Writing,
): { patch: TierSettingsPatch; unreadable: TierNumber[] } {
  const unreadable: TierNumber[] = [];
  const number = (field: TierNumber, least: number, most: number): number => {
    const hundredths = readAmount(draft[field], { decimalMark, exponent: 2 });
    const isWithin = hundredths !== null && hundredths >= least * 100 && hundredths <= most * 100;
    if (!isWithin) unreadable.push(field);
    return isWithin ? hundredths / 100 : least;
  };
  const whole = (field: TierNumber, least: number, most: number): number => {
    const value = number(field, least, most);
    if (!Number.isInteger(value)) unreadable.push(field);
    return Math.round(value);
  };
  const share = (field: TierNumber, most: number) => Math.round(number(field, 0, most) * 100) / 10_000;
  const cadence = (letter: (typeof letters)[number]) => ({
    count: whole(`count${letter}`, 0, 100),
    per: draft[`per${letter}`],
  });
  const edge = (field: 'edgeA' | 'edgeB') => (draft.by === 'share' ? share(field, 100) : whole(field, 0, 1_000_000));
  const said = {
    cuts: { by: draft.by, a: edge('edgeA'), b: edge('edgeB') },
    lambda: share('lambda', 1000),
    hysteresis: { margin: share('margin', 100), reviews: whole('reviews', 1, 12) },
    reviewEvery: draft.reviewEvery,
    cadences: { A: cadence('A'), B: cadence('B'), C: cadence('C') },
    visitHours: number('visitHours', 0.25, 12),
    wayHours: number('wayHours', 0, 12),
    judgement: { min: share('min', 99), max: share('max', 1000), half: share('half', 1000) },
  };
  if (said.cuts.a > said.cuts.b) unreadable.push('edgeB');
  if (said.judgement.half <= 1) unreadable.push('half');
  if (said.judgement.max <= said.judgement.half) unreadable.push('max');
  const changed = Object.entries(said).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(seen[key as keyof typeof said]),
  );
  return { patch: Object.fromEntries(changed) as TierSettingsPatch, unreadable };
}
