import type { MeasureDefinitionPatch, MeasureDefinitionView } from '@milepost/contract/measures';
import { toMajorText } from '@milepost/core/money/minor';
import { readAmount } from '../i18n/read-amount.ts';

type Writing = { decimalMark: '.' | ','; exponent: number };
type Repurchase = MeasureDefinitionView['repurchase'];
type Coverage = MeasureDefinitionView['coverage'];

/** The form of the definitions: numbers as text, as they are typed. */
export type DefinitionDraft = {
  isNewAgain: boolean;
  afterMonths: string;
  minRevenue: string;
  targetPerMonth: string;
  windowDays: string;
  orders: string;
  existing: Repurchase['existing'];
  immature: Repurchase['immature'];
  repurchaseTarget: string;
  visitKinds: Coverage['visitKinds'];
  marketBy: Coverage['marketBy'];
  targetPerWeek: string;
  eventWindowDays: string;
  eventTarget: string;
};
export type NumberField = {
  [K in keyof DefinitionDraft]: DefinitionDraft[K] extends string
    ? string extends DefinitionDraft[K]
      ? K
      : never
    : never;
}[keyof DefinitionDraft];

const percentText = (ratio: number | null, { decimalMark }: Writing): string =>
  ratio === null ? '' : String(Math.round(ratio * 10_000) / 100).replace('.', decimalMark);
const orBlank = (value: number | null): string => (value === null ? '' : String(value));

export function draftOf(view: MeasureDefinitionView, writing: Writing): DefinitionDraft {
  const { newCustomer, repurchase, coverage, event } = view;
  return {
    isNewAgain: newCustomer.afterMonths !== null,
    afterMonths: String(newCustomer.afterMonths ?? 12),
    minRevenue: toMajorText(newCustomer.minRevenueMinor, writing.exponent).replace('.', writing.decimalMark),
    targetPerMonth: orBlank(newCustomer.targetPerMonth),
    windowDays: String(repurchase.windowDays),
    orders: String(repurchase.orders),
    existing: repurchase.existing,
    immature: repurchase.immature,
    repurchaseTarget: percentText(repurchase.targetRatio, writing),
    visitKinds: [...coverage.visitKinds],
    marketBy: coverage.marketBy,
    targetPerWeek: String(coverage.targetPerWeek),
    eventWindowDays: String(event.windowDays),
    eventTarget: percentText(event.targetRatio, writing),
  };
}

/** What the form says; `unreadable` are the fields whose text is no such number, and nothing is sent while there are any. */
export function readDraft(
  draft: DefinitionDraft,
  seen: MeasureDefinitionView,
  writing: Writing,
): { patch: MeasureDefinitionPatch; unreadable: NumberField[] } {
  const unreadable: NumberField[] = [];
  const say = <T>(field: NumberField, value: T | undefined, otherwise: T): T => {
    if (value === undefined) unreadable.push(field);
    return value ?? otherwise;
  };
  const whole = (field: NumberField, least: number): number => {
    const text = draft[field].trim();
    return say(field, /^\d+$/.test(text) && Number(text) >= least ? Number(text) : undefined, least);
  };
  const wholeOrNone = (field: NumberField): number | null => (draft[field].trim() === '' ? null : whole(field, 0));
  const ratio = (field: NumberField): number | null => {
    if (draft[field].trim() === '') return null;
    const hundredths = readAmount(draft[field], { decimalMark: writing.decimalMark, exponent: 2 });
    const isRatio = hundredths !== null && hundredths >= 0 && hundredths <= 10_000;
    return say(field, isRatio ? hundredths / 10_000 : undefined, 0);
  };
  const amount = readAmount(draft.minRevenue.trim() || '0', writing);
  const said = {
    newCustomer: {
      afterMonths: draft.isNewAgain ? whole('afterMonths', 1) : null,
      minRevenueMinor: say('minRevenue', amount !== null && amount >= 0 ? amount : undefined, 0),
      targetPerMonth: wholeOrNone('targetPerMonth'),
    },
    repurchase: {
      windowDays: whole('windowDays', 1),
      orders: whole('orders', 2),
      existing: draft.existing,
      immature: draft.immature,
      targetRatio: ratio('repurchaseTarget'),
    },
    coverage: {
      visitKinds: [...draft.visitKinds].sort(),
      marketBy: draft.marketBy,
      targetPerWeek: whole('targetPerWeek', 1),
    },
    event: { windowDays: whole('eventWindowDays', 0), targetRatio: ratio('eventTarget') },
  } satisfies MeasureDefinitionPatch;
  const parts = Object.entries(said) as [keyof typeof said, unknown][];
  const changed = parts.filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(seen[part]));
  return { patch: Object.fromEntries(changed) as MeasureDefinitionPatch, unreadable };
}
