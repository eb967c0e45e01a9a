import type { NewScorecard, ScorecardPatch, ScorecardView, ScorecardWeight } from '@milepost/contract/scorecard';
import { weightMissing } from '@milepost/core/scorecard/scorecard';
import { type ScorecardMeasure, scorecardMeasures } from '@milepost/core/scorecard/scorecard-measures';

/** A scorecard as it is typed; a measure without a weight is not part of it. */
export type ScorecardForm = {
  name: string;
  /** `role rep`, or `person …`. */
  whose: string;
  validFrom: string;
  /** Empty: it goes on. */
  validTo: string;
  /** In percent. */
  cap: string;
  weights: Record<ScorecardMeasure, string>;
};

const percentOf = (text: string, decimalMark: '.' | ','): number | null => {
  const plain = text.trim().replace(/\s*%$/, '').replace(decimalMark, '.');
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
};

export function formOf(card: ScorecardView | null, { from, name }: { from: string; name: string }): ScorecardForm {
  const weightOf = (measure: ScorecardMeasure) => {
    const found = card?.parts.find((part) => part.measure === measure);
    return found ? String(found.weightBp / 100) : '';
  };
  return {
    name: card?.name ?? name,
    whose: card?.personId ? `person ${card.personId}` : `role ${card?.role ?? 'rep'}`,
    validFrom: card?.validFrom ?? from,
    validTo: card?.validTo ?? '',
    cap: String(Math.round((card?.capRatio ?? 1.2) * 10_000) / 100),
    weights: Object.fromEntries(
      scorecardMeasures.map((measure) => [measure, weightOf(measure)]),
    ) as ScorecardForm['weights'],
  };
}

/** The parts that have a weight; null while one cannot be read. */
export function partsOf({ weights }: Pick<ScorecardForm, 'weights'>, decimalMark: '.' | ','): ScorecardWeight[] | null {
  const parts: ScorecardWeight[] = [];
  for (const measure of scorecardMeasures) {
    if (weights[measure].trim() === '') continue;
    const weightBp = percentOf(weights[measure], decimalMark);
    if (weightBp === null) return null;
    if (weightBp > 0) parts.push({ measure, weightBp });
  }
  return parts;
}

/** What is missing to 100 %, in hundredths of a percent; null while a weight cannot be read. */
export function missingOf(form: Pick<ScorecardForm, 'weights'>, decimalMark: '.' | ','): number | null {
  const parts = partsOf(form, decimalMark);
  return parts && weightMissing(parts.map(({ weightBp }) => weightBp));
}

/** What is sent; null while something cannot be read, or weights miss 100 %. */
export function patchOf(form: ScorecardForm, decimalMark: '.' | ','): Required<ScorecardPatch> | null {
  const parts = partsOf(form, decimalMark);
  const cap = percentOf(form.cap, decimalMark);
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isReady =
    parts !== null &&
    missingOf(form, decimalMark) === 0 &&
    cap !== null &&
    cap > 0 &&
    form.name.trim() !== '' &&
    isDay(form.validFrom) &&
    (form.validTo === '' || (isDay(form.validTo) && form.validTo >= form.validFrom));
  if (!isReady) return null;
  return {
    ...{ name: form.name, validFrom: form.validFrom, validTo: form.validTo || null },
    ...{ capRatio: cap / 10_000, parts },
  };
}

export function newScorecard(form: ScorecardForm, patch: Required<ScorecardPatch>, id: string): NewScorecard {
  const [kind, of = ''] = form.whose.split(' ');
  return kind === 'person'
    ? { id, ...patch, role: null, personId: of }
    : { id, ...patch, role: of as 'rep' | 'manager' | 'admin', personId: null };
}
