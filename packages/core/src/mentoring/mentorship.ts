import type { Day, Span } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/workdays.ts';
import { capacityHoursWhy, type PersonTerm } from '../capacity/capacity-why.ts';
import { derive, record, stored } from '../explain/derive.ts';
import type { Why } from '../explain/why.ts';

/** A skill as it stands between mentor and mentee: what it is called, how much it matters, and the levels, 0–5. */
export type SkillStep = {
  readonly skillId: string;
  readonly name: string;
  readonly weight: number;
  readonly required: number;
  readonly level: number;
};

/**
 * Days since the two last met, or since they were paired; `isIdle` when there are more than were agreed (case 25).
 * @throws RangeError when `after` is no count of days
 */
export function idleness(
  { from, met, after }: { from: Day; met: readonly Day[]; after: number },
  today: Day,
): { days: number; isIdle: boolean } {
  if (!Number.isInteger(after) || after < 1) throw new RangeError('A pair is idle after a count of days, 1 or more.');
  const days = Math.max(0, today - Math.max(from, ...met));
  return { days, isIdle: days > after };
}

/** A pair as it loads its mentor: how often they meet, and for how long. */
export type Sessions = {
  readonly id: string;
  readonly name: string;
  readonly everyDays: number;
  readonly minutes: number;
};

/**
 * Hours that a mentor's pairs take in a span: for each `days ÷ rhythm · minutes ÷ 60`, summed.
 * @throws RangeError for a rhythm below a day
 */
export function whyMentorHours(pairs: readonly Sessions[], span: Span): Why {
  const days = span.last - span.first + 1;
  const hours = pairs.map(({ id, name, everyDays, minutes }) => {
    if (!(everyDays >= 1)) throw new RangeError('A rhythm is a day or more.');
    return derive('product', { rule: 'mentoring.pair-hours', unit: 'hours', label: name }, [
      derive('quotient', { rule: 'mentoring.sessions', unit: 'count' }, [
        stored('mentoring', 'days-ahead', days, 'days'),
        record('mentorship', id, everyDays, 'days', name),
      ]),
      stored('mentoring', 'session', minutes / 60, 'hours'),
    ]);
  });
  return derive('sum', { rule: 'mentoring.hours', unit: 'hours' }, hours);
}

/**
 * The share of a mentor's own hours of selling that their pairs take in a span. Null when they have no such hours, or no pair.
 * @throws RangeError as `capacityHoursWhy` and `whyMentorHours`
 */
export function whyMentorShare(
  pairs: readonly Sessions[],
  person: PersonTerm,
  span: Span,
  calendar: WorkingCalendar,
): Why | null {
  const own = capacityHoursWhy(person, span, calendar, person.name);
  if (own.value === 0 || pairs.length === 0) return null;
  return derive('quotient', { rule: 'mentoring.share-of-hours', unit: 'ratio' }, [whyMentorHours(pairs, span), own]);
}

/** A level that was stated or proven after the pair was made, with the record that says so. */
export type LevelSeen = {
  readonly skillId: string;
  readonly level: number;
  readonly id: string;
  readonly label: string;
  /** The kind of that record; the review of a joint visit when left out. */
  readonly kind?: 'mentorship_entry' | 'assessment';
};

/**
 * How much of what was lacking when the pair was made has been gained: `Σ need·gained ÷ Σ need·gap`; a level beyond what is required
 * counts up to there, one that fell counts below nothing. Null when nothing was lacking, or no level was seen since.
 * @param seen the last level of each skill since; a skill nobody looked at has gained nothing yet
 */
export function whyProgress(start: readonly SkillStep[], seen: readonly LevelSeen[]): Why | null {
  const lacking = start.filter(({ required, level, weight }) => required > level && weight > 0);
  const now = new Map(seen.map((one) => [one.skillId, one]));
  if (lacking.length === 0 || !lacking.some(({ skillId }) => now.has(skillId))) return null;
  const gained = lacking.flatMap(({ skillId, name, weight, required, level }) => {
    const last = now.get(skillId);
    if (!last) return [];
    return derive('product', { rule: 'mentoring.gained', unit: 'count', label: name }, [
      stored('mentoring', 'weight', weight, 'count'),
      derive('difference', { rule: 'mentoring.level-gained', unit: 'count' }, [
        derive('min', { rule: 'mentoring.level-up-to-required', unit: 'count' }, [
          record(last.kind ?? 'mentorship_entry', last.id, last.level, 'count', last.label),
          stored('mentoring', 'required', required, 'count'),
        ]),
        stored('mentoring', 'level-then', level, 'count'),
      ]),
    ]);
  });
  return derive('quotient', { rule: 'mentoring.progress', unit: 'ratio' }, [
    derive('sum', { rule: 'mentoring.gained-in-all', unit: 'count' }, gained),
    whyGap(lacking),
  ]);
}

/** What is lacking: `Σ need·(required − level)`. */
export const whyGap = (lacking: readonly SkillStep[]): Why =>
  derive(
    'sum',
    { rule: 'mentoring.gaps', unit: 'count' },
    lacking.map(({ name, weight, required, level }) =>
      derive('product', { rule: 'mentoring.gap', unit: 'count', label: name }, [
        stored('mentoring', 'weight', weight, 'count'),
        derive('difference', { rule: 'mentoring.level-lacking', unit: 'count' }, [
          stored('mentoring', 'required', required, 'count'),
          stored('mentoring', 'level', level, 'count'),
        ]),
      ]),
    ),
  );
