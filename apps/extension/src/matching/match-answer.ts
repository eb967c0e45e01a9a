import type { MatchAnswer as SaidAnswer } from '@milepost/contract/leads';

type SaidMatch = SaidAnswer['matches'][number];

/**
 * What the server knows of a lead. `known`: it belongs to somebody out of this person's sight, and nothing more is told;
 * `unchecked`: the server could not be asked, it will decide at sending.
 */
export type MatchStatus = SaidMatch['status'] | 'unchecked';

/** One value that differs between the lead and the record it meets; null where one side has none. */
export type FieldDifference = NonNullable<SaidMatch['diff']>[number];

export type MatchedRecord = Omit<NonNullable<SaidMatch['record']>, 'version'>;

export type MatchAnswer = {
  status: MatchStatus;
  /** Why, as codes: `email`, `phone`, `profile`, `domain`, `name-and-company` … */
  reasons: string[];
  record: MatchedRecord | null;
  differences: FieldDifference[];
};

export const unchecked: MatchAnswer = { status: 'unchecked', reasons: [], record: null, differences: [] };

const STATUSES: readonly string[] = ['exact', 'likely', 'none', 'known'] satisfies MatchStatus[];
const KINDS: readonly string[] = ['lead', 'account', 'contact'] satisfies MatchedRecord['kind'][];

type Said = Record<string, unknown>;
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function recordOf(value: unknown): MatchedRecord | null {
  if (!isSaid(value)) return null;
  const { kind, id, label } = value;
  if (typeof kind !== 'string' || !KINDS.includes(kind) || typeof id !== 'string') return null;
  return { kind: kind as MatchedRecord['kind'], id, label: text(label) ?? '' };
}

function differencesOf(value: unknown): FieldDifference[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isSaid).map(({ field, mine, theirs }) => ({
    field: text(field) ?? '',
    mine: text(mine),
    theirs: text(theirs),
  }));
}

/**
 * Reads the answer of `POST /api/v1/capture/match`, by lead key. What cannot be read is left out and so stays unchecked. Of a
 * record out of sight no detail is taken, even if one were sent.
 */
export function readMatchAnswers(body: unknown): Map<string, MatchAnswer> {
  const answers = new Map<string, MatchAnswer>();
  const matches = isSaid(body) && Array.isArray(body['matches']) ? body['matches'].filter(isSaid) : [];
  for (const { key, status, reasons, record, diff } of matches) {
    if (typeof key !== 'string' || typeof status !== 'string' || !STATUSES.includes(status)) continue;
    const isOutOfSight = status === 'known';
    answers.set(key, {
      status: status as MatchStatus,
      reasons: isOutOfSight || !Array.isArray(reasons) ? [] : reasons.flatMap((reason) => text(reason) ?? []),
      record: isOutOfSight ? null : recordOf(record),
      differences: isOutOfSight ? [] : differencesOf(diff),
    });
  }
  return answers;
}
