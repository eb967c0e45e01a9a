import type { Standing } from '../certificates/expiry.ts';
import { levelOn, type Proof, type Requirement } from '../skills/gap.ts';

/** The two ways up. */
export type Track = 'management' | 'specialist';

/** A rung of the ladder and what it asks. Rungs below it may be on the other track: what was earned counts. */
export type Rung = {
  readonly id: string;
  readonly track: Track;
  /** Rungs from which one comes to it; empty for a first rung. */
  readonly from: readonly string[];
  readonly levels: readonly Omit<Requirement, 'weight'>[];
  readonly certificates: readonly string[];
  /** Whole months in one of the rungs below. */
  readonly months: number | null;
  /** Results by measure, each at least so much. */
  readonly results: readonly { readonly measure: string; readonly least: number }[];
};

/** What is known about a person on a day. */
export type Record = {
  readonly proofs: readonly Proof[];
  readonly certificates: ReadonlyMap<string, Standing>;
  readonly monthsIn: ReadonlyMap<string, number>;
  /** A measure that nobody has taken is left out. */
  readonly results: ReadonlyMap<string, number>;
};

/** One thing a rung asks: what is asked, what there is (null when not known), and whether that meets it. */
export type Criterion = {
  readonly kind: 'level' | 'certificate' | 'months' | 'result';
  readonly subject: string;
  readonly asked: number | null;
  readonly has: number | null;
  readonly status: 'met' | 'not-met' | 'unknown';
};

/**
 * What a rung asks, criterion by criterion, with what meets it on a day. A certificate counts until the day it expires; a level that
 * nobody assessed and a result that nobody measured are unknown, which is not the same as missed.
 */
export function criteriaOf(rung: Rung, record: Record, day: string): Criterion[] {
  const against = (kind: Criterion['kind'], subject: string, asked: number, has: number | null): Criterion => ({
    kind,
    subject,
    asked,
    has,
    status: has === null ? 'unknown' : has >= asked ? 'met' : 'not-met',
  });
  const longest = Math.max(0, ...rung.from.map((id) => record.monthsIn.get(id) ?? 0));
  return [
    ...rung.levels.map(({ skillId, required }) =>
      against('level', skillId, required, levelOn(record.proofs, skillId, day)),
    ),
    ...rung.certificates.map((subject): Criterion => {
      const standing = record.certificates.get(subject);
      const isMet = standing === 'valid' || standing === 'renewal-due';
      return { kind: 'certificate', subject, asked: null, has: null, status: isMet ? 'met' : 'not-met' };
    }),
    ...(rung.months === null ? [] : [against('months', rung.id, rung.months, longest)]),
    ...rung.results.map(({ measure, least }) => against('result', measure, least, record.results.get(measure) ?? null)),
  ];
}

/** A rung is reached when everything it asks is met; open while something is unknown and nothing is missed. */
export function rungStatus(criteria: readonly Criterion[]): 'reached' | 'open' | 'not-reached' {
  if (criteria.some(({ status }) => status === 'not-met')) return 'not-reached';
  return criteria.some(({ status }) => status === 'unknown') ? 'open' : 'reached';
}
