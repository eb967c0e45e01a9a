import type { MixLineInput, MixPlanPatch, MixPlanView } from '@milepost/contract/mix';
import { toMajorText } from '@milepost/core/money/minor';
import { readAmount } from '../i18n/read-amount.ts';
import type { AmountWriting } from '../records/form-fields.ts';

/** What is typed of one line; empty is "not known". */
export type LineForm = {
  line: string;
  role: 'high-margin' | 'traffic' | 'none';
  marginShare: string;
  hoursPerThousand: string;
  demandCapMinor: string;
  floorMinor: string;
};
export type PairingForm = { high: string; traffic: string; ratio: string };
export type MixForm = {
  name: string;
  targetMinor: string;
  hours: string;
  highShare: string;
  trafficShare: string;
  lines: LineForm[];
  pairings: PairingForm[];
};

/** The details of a plan, all of them. */
export type MixDetails = Required<MixPlanPatch>;
export const detailKeys = ['name', 'targetMinor', 'hours', 'highShare', 'trafficShare', 'lines', 'pairings'] as const;

export const detailsOf = (plan: MixPlanView): MixDetails =>
  Object.fromEntries(detailKeys.map((key) => [key, plan[key]])) as MixDetails;

/** Hundredths of a percent, hundredths of an hour, ten-thousandths of what is said for each unit. */
const digits = { share: 2, hours: 2, each: 4 } as const;

export const shownNumber = (value: number | null, places: number, { decimalMark }: AmountWriting): string =>
  value === null ? '' : String(Math.round(value * 10 ** places) / 10 ** places).replace('.', decimalMark);
export const shownShare = (value: number | null, writing: AmountWriting): string =>
  shownNumber(value === null ? null : value * 100, digits.share, writing);
export const shownMoney = (value: number | null, { decimalMark, exponent }: AmountWriting): string =>
  value === null ? '' : toMajorText(value, exponent).replace('.', decimalMark);

/** A number as it is typed: null for nothing typed, undefined for what is no number. */
export function readNumber(text: string, places: number, writing: AmountWriting): number | null | undefined {
  const bare = text.trim().replace(/\s*%$/, '');
  if (bare === '') return null;
  const read = readAmount(bare, { decimalMark: writing.decimalMark, exponent: places });
  return read === null ? undefined : read / 10 ** places;
}
export function readShare(text: string, writing: AmountWriting): number | null | undefined {
  const percent = readNumber(text, digits.share, writing);
  return percent === null || percent === undefined ? percent : Math.round(percent * 100) / 10_000;
}
export const readMoney = (text: string, writing: AmountWriting): number | null | undefined =>
  text.trim() === '' ? null : (readAmount(text, writing) ?? undefined);
export const readHours = (text: string, writing: AmountWriting) => readNumber(text, digits.hours, writing);

export const emptyLine = (line: string): LineForm => ({
  line,
  role: 'none',
  marginShare: '',
  hoursPerThousand: '',
  demandCapMinor: '',
  floorMinor: '',
});

/** A plan, or a proposal for one, as it stands in the form. */
export const formOf = (plan: MixDetails, writing: AmountWriting): MixForm => ({
  name: plan.name,
  targetMinor: shownMoney(plan.targetMinor, writing),
  hours: shownNumber(plan.hours, digits.hours, writing),
  highShare: shownShare(plan.highShare, writing),
  trafficShare: shownShare(plan.trafficShare, writing),
  lines: plan.lines.map((line) => ({
    line: line.line,
    role: line.role ?? 'none',
    marginShare: shownShare(line.marginShare, writing),
    hoursPerThousand: shownNumber(line.hoursPerThousand, digits.each, writing),
    demandCapMinor: shownMoney(line.demandCapMinor, writing),
    floorMinor: line.floorMinor === 0 ? '' : shownMoney(line.floorMinor, writing),
  })),
  pairings: plan.pairings.map(({ high, traffic, ratio }) => ({
    high,
    traffic,
    ratio: shownNumber(ratio, digits.each, writing),
  })),
});

/** What the form says, and the fields that cannot be read (`hours`, `lines.2.floorMinor`); `details` is null while there is one. */
export function readForm(form: MixForm, writing: AmountWriting): { details: MixDetails | null; unread: Set<string> } {
  const unread = new Set<string>();
  const within = <T>(at: string, value: T | undefined, isGood: (value: T) => boolean): T => {
    if (value === undefined || !isGood(value)) unread.add(at);
    return value as T;
  };
  const atLeastNone = (value: number | null) => value === null || value >= 0;
  const isShare = (value: number | null) => value === null || (value >= 0 && value <= 1);
  const money = (at: string, text: string) => within(at, readMoney(text, writing), atLeastNone);
  const share = (at: string, text: string) => within(at, readShare(text, writing), isShare);
  const lineOf = (line: LineForm, at: number): MixLineInput => ({
    line: line.line,
    role: line.role === 'none' ? null : line.role,
    marginShare: within(
      `lines.${at}.marginShare`,
      readShare(line.marginShare, writing),
      (value) => value === null || value <= 1,
    ),
    hoursPerThousand: within(
      `lines.${at}.hoursPerThousand`,
      readNumber(line.hoursPerThousand, digits.each, writing),
      atLeastNone,
    ),
    demandCapMinor: money(`lines.${at}.demandCapMinor`, line.demandCapMinor),
    floorMinor: money(`lines.${at}.floorMinor`, line.floorMinor) ?? 0,
  });
  const details: MixDetails = {
    name: within('name', form.name.trim(), (name) => name !== ''),
    targetMinor: money('targetMinor', form.targetMinor),
    hours: within('hours', readHours(form.hours, writing), atLeastNone),
    highShare: share('highShare', form.highShare),
    trafficShare: share('trafficShare', form.trafficShare),
    lines: form.lines.map(lineOf),
    pairings: form.pairings.map(({ high, traffic, ratio }, at) => ({
      high: within(`pairings.${at}.high`, high, (line) => line !== '' && line !== traffic),
      traffic: within(`pairings.${at}.traffic`, traffic, (line) => line !== ''),
      ratio: within(
        `pairings.${at}.ratio`,
        readNumber(ratio, digits.each, writing) ?? undefined,
        (value) => value >= 0,
      ),
    })),
  };
  if (form.lines.length === 0) unread.add('lines');
  return { details: unread.size === 0 ? details : null, unread };
}

/** The details that differ, for a write that touches nothing else. */
export const differing = (now: MixDetails, before: MixDetails): Partial<MixDetails> =>
  Object.fromEntries(
    detailKeys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key])).map((key) => [key, now[key]]),
  );
