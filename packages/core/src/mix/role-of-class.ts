import type { MixRole } from './mix-spec.ts';

const highMargin = new Set([
  'a',
  'high',
  'highmargin',
  'premium',
  'profit',
  '高',
  '高毛利',
  '高利润',
  '高利潤',
  '利润',
  '利潤',
]);
const traffic = new Set([
  'c',
  'low',
  'lowmargin',
  'traffic',
  'entry',
  '低',
  '低毛利',
  '低利润',
  '低利潤',
  '引流',
  '流量',
]);

/**
 * The role that a margin class in free words proposes: `A`, `high`, `高毛利` earn the margin, `C`, `low`, `引流` bring customers. Null for
 * everything else, also for the middle: a person decides.
 */
export function roleOfClass(marginClass: string | null): MixRole | null {
  const word = (marginClass ?? '').toLowerCase().replace(/[\s_-]|product|产品|產品|class/g, '');
  if (highMargin.has(word)) return 'high-margin';
  return traffic.has(word) ? 'traffic' : null;
}

/** The role of a line by the classes of its products: the one that they share; null when they differ or say nothing. */
export function roleOfLine(classes: readonly (string | null)[]): MixRole | null {
  const [first = null, ...others] = classes.map(roleOfClass);
  return others.every((role) => role === first) ? first : null;
}
