import { toDay } from '../calendar/civil-day.ts';

/** What a custom field holds. */
export const fieldTypes = ['text', 'number', 'money', 'day', 'choice', 'boolean'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** The longest text of a custom field, in characters. */
export const longestText = 2000;
const largest = 1e13;

/** A custom field as far as its values depend on it. `choices` are those of a choice, empty of all other types. */
export type CustomField = {
  readonly id: string;
  readonly type: FieldType;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
};

/** A known value: text, day (`YYYY-MM-DD`) or choice; a number, of money whole minor units of the organisation's currency; yes or no. */
export type CustomValue = string | number | boolean;
/** The known values of one record by the id of their field. What is not known is not in it. */
export type CustomValues = Readonly<Record<string, CustomValue>>;

export type ValueRefusal =
  | 'not-a-text'
  | 'too-long'
  | 'not-a-number'
  | 'not-whole'
  | 'too-large'
  | 'not-a-day'
  | 'not-a-choice'
  | 'not-yes-or-no';
export type ValueCheck =
  | { readonly status: 'ok'; readonly value: CustomValue | null }
  | { readonly status: 'refused'; readonly because: ValueRefusal };

const ok = (value: CustomValue | null): ValueCheck => ({ status: 'ok', value });
const refused = (because: ValueRefusal): ValueCheck => ({ status: 'refused', because });

function isDay(text: string): boolean {
  try {
    toDay(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * May a custom field hold this value? Null and blank text are "not known" and always may, for whether a field is required is asked of
 * the whole record (`missingFields`). Text is trimmed. A figure is finite and at most 1e13 either way; money is whole minor units.
 */
export function checkValue({ type, choices }: Pick<CustomField, 'type' | 'choices'>, value: unknown): ValueCheck {
  if (value === null) return ok(null);
  if (type === 'boolean') return typeof value === 'boolean' ? ok(value) : refused('not-yes-or-no');
  if (type === 'number' || type === 'money') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return refused('not-a-number');
    if (Math.abs(value) > largest) return refused('too-large');
    // Minus nothing is nothing.
    return type === 'money' && !Number.isInteger(value) ? refused('not-whole') : ok(value === 0 ? 0 : value);
  }
  if (typeof value !== 'string') return refused(type === 'day' ? 'not-a-day' : 'not-a-text');
  const text = value.trim();
  if (text === '') return ok(null);
  if (type === 'day') return isDay(text) ? ok(text) : refused('not-a-day');
  if (type === 'choice') return choices.includes(text) ? ok(text) : refused('not-a-choice');
  return text.length > longestText ? refused('too-long') : ok(text);
}

/** The values after a patch: null takes one away. By the order of their ids, so that equal values are written alike. */
export function patchValues(values: CustomValues, patch: Readonly<Record<string, CustomValue | null>>): CustomValues {
  const all = Object.entries({ ...values, ...patch }).filter(
    (entry): entry is [string, CustomValue] => entry[1] !== null,
  );
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** The required fields of which nothing is known, in the order given. */
export const missingFields = <F extends Pick<CustomField, 'id' | 'isRequired'>>(
  fields: readonly F[],
  values: CustomValues,
): F[] => fields.filter(({ id, isRequired }) => isRequired && !Object.hasOwn(values, id));
