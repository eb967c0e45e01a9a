/** A step in the life of a plan, and whom it is about: one person, or the whole plan (null). */
export type Step = { readonly kind: StepKind; readonly person: string | null };

/**
 * - `submitted`: everybody in the plan is asked whether they stand by their quota; `withdrawn`: it is a draft again.
 * - `accepted`, `disputed`: what one person answers; `upheld`: who plans answers a dispute and lets the quota stand.
 * - `published`, `amended`, `superseded`: the plan counts, was changed from a day on, counts no more.
 */
export type StepKind =
  | 'submitted'
  | 'withdrawn'
  | 'accepted'
  | 'disputed'
  | 'upheld'
  | 'published'
  | 'amended'
  | 'superseded';

/** Where one person stands: asked and silent, or what was said last. */
export type Answer = 'asked' | 'accepted' | 'disputed' | 'upheld';

/** A plan that is with its people: nobody has objected yet, all are content, or somebody disputes. */
export type AskedStatus = 'submitted' | 'accepted' | 'disputed';

/**
 * What everybody of a plan has answered since it was last submitted, in the order of `persons`; null while it is not
 * submitted. `steps` stand in their order; of several answers of one person the last counts, and answers of people who
 * are not in the plan count for nothing.
 */
export function answersOf(persons: readonly string[], steps: readonly Step[]): ReadonlyMap<string, Answer> | null {
  let answers: Map<string, Answer> | null = null;
  for (const { kind, person } of steps) {
    if (kind === 'submitted') answers = new Map(persons.map((id): [string, Answer] => [id, 'asked']));
    else if (kind === 'withdrawn') answers = null;
    else if (kind === 'accepted' || kind === 'disputed' || kind === 'upheld')
      if (person !== null && answers?.has(person)) answers.set(person, kind);
  }
  return answers;
}

/** The status of a plan by its answers: one dispute is enough, and only when nobody is silent it is accepted. */
export function statusOf(answers: ReadonlyMap<string, Answer>): AskedStatus {
  const said = [...answers.values()];
  if (said.includes('disputed')) return 'disputed';
  return said.includes('asked') ? 'submitted' : 'accepted';
}
