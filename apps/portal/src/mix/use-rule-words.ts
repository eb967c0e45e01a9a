import type { MixSolutionView } from '@milepost/contract/mix';
import type { MixRule } from '@milepost/core/mix/mix-spec';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

type Price = MixSolutionView['prices'][number];
type Relaxation = MixSolutionView['relaxations'][number];

/** How the rules of a mix speak: their names, where they stand, what easing them brings, how far they would have to give. */
export function useRuleWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const partsOf = (rule: MixRule) => ({
    line: 'line' in rule ? rule.line : '',
    high: rule.kind === 'pairing' ? rule.high : '',
    traffic: rule.kind === 'pairing' ? rule.traffic : '',
  });

  const ruleName = (rule: MixRule): string => t(`mix.rule.${rule.kind}`, partsOf(rule));

  function limitText(rule: MixRule, limit: number): string {
    const { money, number, ratio } = formats.value;
    if (rule.kind === 'hours') return t('mix.hoursCount', { count: number(limit, 2) ?? '' }, limit);
    if (rule.kind === 'high-share' || rule.kind === 'traffic-share') return ratio(limit, 2) ?? '';
    if (rule.kind === 'pairing') return number(limit, 4) ?? '';
    return money(limit) ?? '';
  }

  /** The change of one step, without what it is worth: "One more selling hour". */
  function stepText({ rule, step }: Pick<Price, 'rule' | 'step'>): string {
    const { money, number } = formats.value;
    const size = Math.abs(step);
    const isShare = rule.kind === 'high-share' || rule.kind === 'traffic-share';
    const amount = isShare ? number(size * 100, 2) : rule.kind === 'pairing' ? number(size, 4) : money(size);
    return t(`mix.step.${rule.kind}`, { ...partsOf(rule), amount: amount ?? '' });
  }

  const giveText = ({ rule, from }: Relaxation, to: number): string =>
    t('mix.give', { rule: ruleName(rule), from: limitText(rule, from), to: limitText(rule, to) });

  return { ruleName, limitText, stepText, giveText };
}
