import type { Dial } from '@milepost/core/mentoring/match';
import { faultOf, type PairDecision } from '@milepost/core/mentoring/match';
import { fitsOfPeople, type Mentee, type Mentor, type PairRules } from '@milepost/core/mentoring/people-fit';

/** A proposal with everybody it is about. */
export type Proposal = {
  mentees: readonly Mentee[];
  mentors: readonly Mentor[];
  rules: PairRules;
  dial: Dial;
  decisions: readonly PairDecision[];
  pairs: readonly (number | null)[];
};

/** Is something wrong with a proposal? Decisions that contradict each other are as wrong as a pairing that is not the best. */
export function isAmiss({ mentees, mentors, rules, dial, decisions, pairs }: Proposal): boolean {
  try {
    return faultOf(fitsOfPeople(mentees, mentors, rules), dial, decisions, pairs) !== null;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
