import type { FieldSubject } from '@milepost/contract/fields';
import type { Condition } from '@milepost/contract/page';
import { readTags } from '@milepost/core/fields/tags';
import { toMajorText } from '@milepost/core/money/minor';
import { readAmount } from '../i18n/read-amount.ts';

/** Where the records stand that a reference may name. */
export type ReferencePath =
  | '/accounts'
  | '/activities'
  | '/certificates'
  | '/contacts'
  | '/courses'
  | '/departments'
  | '/events'
  | '/invoices'
  | '/leads'
  | '/opportunities'
  | '/people'
  | '/products'
  | '/role-play-scenarios'
  | '/role-profiles'
  | '/skills'
  | '/stages'
  | '/talk-tracks'
  | '/teams';
/** Lists of values in use, which are offered while typing. */
export type Proposals = '/lines' | '/segments' | '/currencies' | '/expense-categories';
export type Reference = { id: string; name: string };

/**
 * A field of a record's form. `key` is its name on the wire; a reference is written as `ownerId` and read as `owner`. The label is
 * `<room>.field.<key>`, that of a choice `<room>.choice.<key>.<value>`.
 */
export type FormField = {
  key: string;
  isRequired?: boolean;
  /** Takes the whole width of the form. */
  isWide?: boolean;
  /** What it is called, where no word of ours is: a custom field, whose choices are their own words too. */
  label?: string;
  /** Said with a write and kept beside it, no field of the record itself: the reason of a correction. */
  isSaidOnce?: boolean;
} & (
  | { kind: 'long' | 'email' | 'day' | 'number' | 'money' }
  /** A time of the day where the organisation is, `HH:MM`. */
  | { kind: 'time' }
  /** Yes or no, never unknown. */
  | { kind: 'flag' }
  /** A number that is kept as its digits, because a double would lose some: an exchange rate. Text on the wire. */
  | { kind: 'decimal' }
  /** A share of a whole: 0.65 on the wire, 65 in the form. */
  | { kind: 'percent' }
  /** Shares one after the other: [0.25, 0.5] on the wire, `25 50` in the form. */
  | { kind: 'percents' }
  /** `proposals`: the values in use, which are offered while typing; any other may be written. */
  | { kind: 'text'; proposals?: Proposals }
  | { kind: 'choice'; choices: readonly string[] }
  /** Several words of people’s own: a list on the wire, one text between commas in the form. */
  | { kind: 'tags'; subject: FieldSubject }
  /** Words in an order of their own: a list on the wire, a line each in the form. */
  | { kind: 'words' }
  /** Yes, no or not known. */
  | { kind: 'maybe' }
  /** `among`: only records that fulfil these conditions can be picked. */
  | { kind: 'reference'; of: ReferencePath; among?: readonly Condition[] }
);

export type FieldValue = string | Reference | null;
export type FormState = Record<string, FieldValue>;
/** How the organisation writes amounts. */
export type AmountWriting = { decimalMark: '.' | ','; exponent: number };

type Wire = Readonly<Record<string, unknown>>;

/** The key under which a view tells a reference: `ownerId` → `owner`. */
export const viewKeyOf = ({ key, kind }: FormField): string => (kind === 'reference' ? key.replace(/Id$/, '') : key);

function shown(field: FormField, record: Wire, { decimalMark, exponent }: AmountWriting): FieldValue {
  const value = record[viewKeyOf(field)] ?? null;
  if (field.kind === 'reference') return value as Reference | null;
  if (field.kind === 'flag') return value === true ? 'yes' : 'no';
  if (value === null) return '';
  if (field.kind === 'words') return (value as readonly string[]).join('\n');
  if (field.kind === 'tags') return (value as readonly string[]).join(', ');
  if (field.kind === 'maybe') return value === true ? 'yes' : 'no';
  const percentOf = (share: unknown) => String(Math.round(Number(share) * 10_000) / 100).replace('.', decimalMark);
  if (field.kind === 'percent') return percentOf(value);
  if (field.kind === 'percents') return (value as readonly number[]).map(percentOf).join(' ');
  return field.kind === 'money'
    ? toMajorText(Number(value), exponent).replace('.', decimalMark)
    : String(value).replace('.', field.kind === 'number' || field.kind === 'decimal' ? decimalMark : '.');
}

/** The form of a record, or of a new one with what is known of it beforehand (in the keys of a view). */
export const formOf = (fields: readonly FormField[], record: Wire, writing: AmountWriting): FormState =>
  Object.fromEntries(fields.map((field) => [field.key, shown(field, record, writing)]));

/** What a field says on the wire: null is "not known". Undefined is text that cannot be read. */
function wireOf(field: FormField, value: FieldValue | undefined, { decimalMark, exponent }: AmountWriting): unknown {
  if (field.kind === 'reference') return (value as Reference | null | undefined)?.id ?? null;
  const text = String(value ?? '').trim();
  if (field.kind === 'flag') return text === 'yes';
  if (field.kind === 'percents') {
    const shares = (text === '' ? [] : text.split(/[\s;%]+/).filter(Boolean)).map(
      (share) => readAmount(share, { decimalMark, exponent: 2 }) ?? Number.NaN,
    );
    return shares.every(Number.isFinite) ? shares.map((hundredths) => hundredths / 10_000) : undefined;
  }
  if (field.kind === 'tags') return readTags(text);
  if (field.kind === 'words')
    return text
      .split('\n')
      .map((word) => word.trim())
      .filter(Boolean);
  if (text === '') return null;
  if (field.kind === 'maybe') return text === 'yes';
  if (field.kind === 'money') return readAmount(text, { decimalMark, exponent }) ?? undefined;
  if (field.kind === 'percent') {
    const hundredths = readAmount(text, { decimalMark, exponent: 2 });
    return hundredths === null ? undefined : hundredths / 10_000;
  }
  if (field.kind === 'decimal') {
    const plain = text.replace(decimalMark, '.');
    return /^\d+(\.\d+)?$/.test(plain) ? plain : undefined;
  }
  if (field.kind === 'number') {
    const number = Number(text.replace(decimalMark, '.'));
    return Number.isFinite(number) ? number : undefined;
  }
  return text;
}

/**
 * What is to be sent: the fields that differ from the record as it was, and those whose text cannot be read or that are missing.
 * @param writingBefore how the record's amounts were written, where its currency is another one now: an amount that nobody
 * touched is then none that was said.
 * @param before the record's view; for a new record what was known beforehand counts as changed, so give an empty one.
 */
export function patchOf(
  fields: readonly FormField[],
  form: FormState,
  before: Wire,
  writing: AmountWriting,
  writingBefore = writing,
): { patch: Record<string, unknown>; unreadable: string[]; missing: string[] } {
  const earlier = formOf(fields, before, writingBefore);
  const said = fields.map((field) => ({
    field,
    now: wireOf(field, form[field.key], writing),
    before: wireOf(field, earlier[field.key], writingBefore),
    isUntouched: field.kind === 'money' && form[field.key] === earlier[field.key],
  }));
  return {
    patch: Object.fromEntries(
      said
        .filter(({ now, before: was, isUntouched }) => !isUntouched && JSON.stringify(now) !== JSON.stringify(was))
        .map(({ field, now }) => [field.key, now]),
    ),
    unreadable: said.filter(({ now }) => now === undefined).map(({ field }) => field.key),
    missing: said.filter(({ field, now }) => field.isRequired && now === null).map(({ field }) => field.key),
  };
}
