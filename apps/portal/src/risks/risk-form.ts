import type { Measure } from '@milepost/contract/figures';
import type { RiskStep, RiskTriggerInput, RiskView } from '@milepost/contract/risks';
import type { Reference } from '../records/form-fields.ts';
import { unitOf } from './use-risk-words.ts';

export type RiskForm = {
  name: string;
  kind: RiskView['kind'];
  about: string;
  owner: Reference | null;
  likelihood: number;
  impact: number;
  isMeasured: boolean;
  measure: Measure;
  days: number;
  fires: RiskTriggerInput['fires'];
  /** As it is written: money, a count, or a share in per cent. */
  threshold: string;
  steps: (Omit<RiskStep, 'answerableId'> & { answerable: Reference | null })[];
};

export const blankForm = (): RiskForm => ({
  ...{ name: '', kind: 'customer-loss', about: '', owner: null, likelihood: 3, impact: 3 },
  ...{ isMeasured: false, measure: 'revenue', days: 30, fires: 'below', threshold: '' },
  steps: [{ name: '', kind: 'call', afterDays: 0, answerable: null }],
});

/** A risk as the form has it. @param inMajor minor units as people write them */
export function formOf(risk: RiskView, inMajor: (minor: number) => string): RiskForm {
  const { trigger } = risk;
  const written = (measure: string, value: number): string => {
    const unit = unitOf(measure);
    return unit === 'money' ? inMajor(value) : String(unit === 'ratio' ? Math.round(value * 10_000) / 100 : value);
  };
  return {
    ...blankForm(),
    ...{ name: risk.name, kind: risk.kind, about: risk.about ?? '', owner: risk.owner },
    ...{ likelihood: risk.likelihood, impact: risk.impact, isMeasured: trigger !== null },
    ...(trigger ? { ...trigger, threshold: written(trigger.measure, trigger.threshold) } : {}),
    steps: risk.steps.map(({ name, kind, afterDays, answerable }) => ({ name, kind, afterDays, answerable })),
  };
}
