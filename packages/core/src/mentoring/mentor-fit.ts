/** A skill that a mentee has to raise: how much it matters (≥ 0), the level required and the level proven, 0–5. */
export type SkillNeed = {
  readonly skillId: string;
  readonly weight: number;
  readonly required: number;
  readonly level: number;
};

/**
 * How far a mentor can close the gaps of a mentee, 0–1: `Σ need·min(gap, (mentor − mentee)⁺) ÷ Σ need·gap`, gap = required − level,
 * never below 0 (rules, mentor pairing). Null when there is no gap: nothing to close is not a perfect fit.
 * @param mentorLevels the mentor's proven levels by skill; an unknown one closes nothing
 * @throws RangeError for a negative weight
 */
export function mentorFit(needs: readonly SkillNeed[], mentorLevels: ReadonlyMap<string, number>): number | null {
  let [closed, wanted] = [0, 0];
  for (const { skillId, weight, required, level } of needs) {
    if (weight < 0) throw new RangeError('A weight is 0 or more.');
    const gap = Math.max(0, required - level);
    const lead = Math.max(0, (mentorLevels.get(skillId) ?? level) - level);
    closed += weight * Math.min(gap, lead);
    wanted += weight * gap;
  }
  return wanted === 0 ? null : closed / wanted;
}
