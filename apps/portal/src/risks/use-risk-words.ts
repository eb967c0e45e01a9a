import type { RiskTriggerInput } from '@milepost/contract/risks';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** Measures that are a share, or a count; the others are money. */
const shares: ReadonlySet<string> = new Set(['repurchaseRate', 'eventConversion', 'collectedWithin', 'marketCoverage']);
const amounts: ReadonlySet<string> = new Set(['revenue', 'margin', 'collected']);
export const unitOf = (measure: string): 'money' | 'count' | 'ratio' =>
  shares.has(measure) ? 'ratio' : amounts.has(measure) ? 'money' : 'count';

/** How a trigger and its measure are said. */
export function useRiskWords() {
  const { t } = useI18n();
  const formats = useFormats();
  function valueText(measure: string, value: number | null): string | null {
    const { money, number, ratio } = formats.value;
    const unit = unitOf(measure);
    return unit === 'money' ? money(value) : unit === 'ratio' ? ratio(value) : number(value);
  }
  const triggerText = ({ measure, days, fires, threshold }: RiskTriggerInput): string =>
    t(`risks.when.${fires}`, {
      measure: t(`measures.measure.${measure}`),
      days,
      threshold: valueText(measure, threshold) ?? '',
    });
  return { valueText, triggerText };
}
