/** How the cells of a field are read. */
export type FieldType =
  | 'text'
  /** The name or external id of another record; resolved where the records are. */
  | 'reference'
  | 'email'
  | 'phone'
  | 'amount'
  | 'number'
  | 'count'
  | 'day'
  | 'month'
  | 'boolean'
  | 'choice';

/** A field of a kind: what can be imported into it, and by which headers it is known. */
export type FieldSpec = {
  readonly field: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** `list`: several columns, or a repeated header, go into it. `joined`: their texts are joined by `, `. */
  readonly takes?: 'list' | 'joined';
  /** Fields that stand for it when it has no column of its own (a name from first and last name). */
  readonly madeFrom?: readonly string[];
  /** For `choice`: the values, each with the names it goes by. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Headers, best first, in every language of the house and of the exports we know. */
  readonly synonyms: readonly string[];
};

/** A kind of record that can be imported. */
export type KindSpec = {
  readonly kind: string;
  /** What such a record is called in headers, so that `Customer Phone` or `客户电话` is the phone of an account. */
  readonly nouns: readonly string[];
  readonly fields: readonly FieldSpec[];
  /** By which fields a row is known again, tried in order; each is a set of fields that must all be there. */
  readonly naturalKeys: readonly (readonly string[])[];
};
