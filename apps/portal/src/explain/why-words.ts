import type { Unit } from '@milepost/core/explain/why';
import type { Term } from '@milepost/core/measures/definition';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';
import { useReasonWords } from './use-reason-words.ts';
import type { WhyLine } from './why-lines.ts';

/** What the rules of a score begin with: their labels may be words of the house. */
const scored = 'scoring.';

/** How a derivation speaks: names of rules and records, values with their unit. */
export function useWhyWords() {
  const { t, te } = useI18n();
  const formats = useFormats();
  const { wordOf } = useReasonWords();

  const ruleName = (rule: string): string => (te(`rules.${rule}.name`) ? t(`rules.${rule}.name`) : rule);
  const formulaOf = (rule: string): string | null => (te(`rules.${rule}.formula`) ? t(`rules.${rule}.formula`) : null);

  function valueText(value: number, unit: Unit): string {
    const { money, number } = formats.value;
    if (unit === 'money') return money(Math.round(value)) ?? '';
    if (unit === 'points') return t('explain.unit.points', { count: number(value, 2) ?? '' });
    if (unit === 'days' || unit === 'hours') return t(`explain.unit.${unit}`, { count: number(value, 2) ?? '' }, value);
    return number(value, unit === 'ratio' ? 6 : 2) ?? '';
  }

  function nameOf(line: WhyLine): string {
    if (line.leaf) {
      const { kind, id, leaf } = line.leaf;
      if (leaf === 'stored' && te(`stored.${kind}.${id}`)) return t(`stored.${kind}.${id}`);
      const kindName = te(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind;
      return line.label ? `${kindName} · ${line.label}` : kindName;
    }
    const rule = line.rule ? ruleName(line.rule) : '';
    const label =
      line.label && line.rule?.startsWith(scored) ? wordOf(line.rule.slice(scored.length), line.label) : line.label;
    return label && rule ? `${label} · ${rule}` : label || rule;
  }

  function sentenceOf(root: WhyLine, label: string): string {
    const value = valueText(root.value, root.unit);
    const own = `rules.${root.rule}.sentence`;
    if (te(own)) return t(own, { label, value });
    return t('explain.sentence', { label, value, rule: root.rule ? ruleName(root.rule) : '' });
  }

  const leftOutReason = (reason: string): string => (te(`leftOut.${reason}`) ? t(`leftOut.${reason}`) : reason);

  /** One sentence of a definition, with its number in words. */
  const termText = ({ key, value, unit }: Term): string =>
    t(`measures.stated.${key}`, { value: value === null ? '' : valueText(value, unit) });

  return { ruleName, formulaOf, valueText, nameOf, sentenceOf, leftOutReason, termText };
}
