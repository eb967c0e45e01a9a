import pg from 'pg';

/**
 * How values lie in columns, the same on both databases: booleans as 0/1, instants and civil days as text, money and
 * counts as 64-bit integers below 2^53, JSON as text.
 */
export type Flag = 0 | 1;
export const flag = (value: boolean): Flag => (value ? 1 : 0);
export const isSet = (value: number): boolean => value === 1;

export const toJson = (value: unknown): string => JSON.stringify(value);
export const fromJson = <T>(text: string): T => JSON.parse(text) as T;

/** Sums of nothing are null in SQL; a sum of integers reaches us as a number on both databases. */
export const orZero = (value: number | string | bigint | null | undefined): number => Number(value ?? 0);

const exact = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The integer ${text} is beyond 2^53.`);
  return value;
};

/** node-postgres hands int8 and numeric over as text: both are integers here, or ratios of them. */
export const postgresTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8) return exact;
    if (oid === pg.types.builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};
