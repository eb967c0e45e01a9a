/** A level that a role asks of a skill, 0–5, and how much the skill matters to it (≥ 0). */
export type Requirement = { readonly skillId: string; readonly required: number; readonly weight: number };

/** A level that was proven on a day, `YYYY-MM-DD`, and until when the proof holds; null for ever. */
export type Proof = {
  readonly skillId: string;
  readonly level: number;
  readonly provenOn: string;
  readonly validUntil: string | null;
};

/** `level` is null where nobody has assessed the skill: the gap is then the whole requirement, and says that it is not known. */
export type Gap = Requirement & { readonly level: number | null; readonly gap: number };

/**
 * The proof that holds on a day: of those made by then and still valid the latest; of several on one day that of the highest level. Null
 * when there is none.
 */
export function proofOn<P extends Proof>(proofs: readonly P[], skillId: string, day: string): P | null {
  let best: P | null = null;
  for (const proof of proofs) {
    const holds = proof.provenOn <= day && (proof.validUntil === null || day <= proof.validUntil);
    if (proof.skillId !== skillId || !holds) continue;
    if (!best || proof.provenOn > best.provenOn || (proof.provenOn === best.provenOn && proof.level > best.level))
      best = proof;
  }
  return best;
}

/** The level that holds on a day: that of `proofOn`. Null when nobody has proven any. */
export const levelOn = (proofs: readonly Proof[], skillId: string, day: string): number | null =>
  proofOn(proofs, skillId, day)?.level ?? null;

/**
 * What is missing against a role on a day: `max(0, required − level)` of each skill, and readiness `1 − Σ weight·gap ÷ Σ weight·required`,
 * 0–1; null where the role asks nothing (rules, training path).
 * @throws RangeError for a level outside 0–5 or a negative weight
 */
export function skillGaps(
  requirements: readonly Requirement[],
  proofs: readonly Proof[],
  day: string,
): { readonly gaps: readonly Gap[]; readonly readiness: number | null } {
  let [missing, asked] = [0, 0];
  const gaps = requirements.map((requirement): Gap => {
    const { skillId, required, weight } = requirement;
    if (!(required >= 0 && required <= 5)) throw new RangeError('Levels go from 0 to 5.');
    if (!(weight >= 0)) throw new RangeError('A weight is 0 or more.');
    const level = levelOn(proofs, skillId, day);
    const gap = Math.max(0, required - (level ?? 0));
    missing += weight * gap;
    asked += weight * required;
    return { ...requirement, level, gap };
  });
  return { gaps, readiness: asked === 0 ? null : 1 - missing / asked };
}
