import { ref } from 'vue';
import type { Decision } from './matching-rows.ts';

const isSame = (a: Decision, b: Decision) => a.menteeId === b.menteeId && a.mentorId === b.mentorId;

/** What was decided by hand: a new pin takes the place of an older one of the same mentee, and any decision of one about the same pair. */
export function useDecisions() {
  const decisions = ref<Decision[]>([]);
  function decide(decision: Decision): void {
    const isOvertaken = (one: Decision) =>
      isSame(one, decision) || (decision.kind === 'pin' && one.kind === 'pin' && one.menteeId === decision.menteeId);
    decisions.value = [...decisions.value.filter((one) => !isOvertaken(one)), decision];
  }
  function takeBack(decision: Decision): void {
    decisions.value = decisions.value.filter((one) => !(isSame(one, decision) && one.kind === decision.kind));
  }
  return { decisions, decide, takeBack };
}
