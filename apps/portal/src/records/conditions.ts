import type { Condition } from '@milepost/contract/page';
import type { FormField } from './form-fields.ts';

type Op = Condition['op'];

const opsOf: Record<FormField['kind'], readonly Op[]> = {
  text: ['is', 'contains', 'empty', 'not-empty'],
  long: ['contains', 'empty', 'not-empty'],
  email: ['is', 'contains', 'empty', 'not-empty'],
  choice: ['is', 'is-not', 'empty'],
  reference: ['is', 'is-not', 'empty'],
  day: ['gte', 'lte', 'empty', 'not-empty'],
  time: ['is', 'empty', 'not-empty'],
  number: ['gte', 'lte', 'empty', 'not-empty'],
  percent: ['gte', 'lte', 'empty', 'not-empty'],
  flag: ['is'],
  words: ['empty', 'not-empty'],
  maybe: ['is', 'empty', 'not-empty'],
  tags: ['is', 'is-not', 'contains', 'empty', 'not-empty'],
  percents: ['empty', 'not-empty'],
  // Kept as text, it has no order: 10 would come before 9.
  decimal: ['empty', 'not-empty'],
  money: ['gte', 'lte', 'empty', 'not-empty'],
};

/** The ways in which a field can be asked for; a field that is always there is never asked to be empty. */
export const opsFor = ({ kind, isRequired }: FormField): readonly Op[] =>
  isRequired ? opsOf[kind].filter((op) => !op.endsWith('empty')) : opsOf[kind];

/** Does this way need a value? */
export const needsValue = (op: Op): boolean => op !== 'empty' && op !== 'not-empty';
