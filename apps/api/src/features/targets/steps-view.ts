import type { TargetStepsView, TargetStepView } from '@milepost/contract/quotas';
import { answersOf } from '@milepost/core/targets/answers';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { isAsked } from './may-edit.ts';
import { type AmendmentDetail, stepOf, steps } from './steps-store.ts';
import { personsOf, seesWhole } from './whole-sight-store.ts';

/** The life of a target: steps about the whole, and about people in the actor's sight. */
export async function stepsView(db: Db, actor: Actor, row: TargetTable): Promise<TargetStepsView> {
  const told = await steps.of(db, actor.orgId, row.id);
  const isWhole = seesWhole(actor, row);
  const inSight = (id: string) => isWhole || reaches(actor, id) || id === actor.personId;
  const answers = isAsked(row) ? answersOf(personsOf(row), told.map(stepOf)) : null;
  const shown = told.filter(({ person_id }) => person_id === null || inSight(person_id));
  const names = await namesOf(db, actor, {
    person: [...shown.flatMap((step) => [step.person_id, step.by_id]), ...(answers?.keys() ?? [])],
  });
  const refOf = (id: string) => nameOf(names.person, id) ?? { id, name: '' };
  const amendmentOf = (text: string | null): TargetStepView['amendment'] => {
    if (text === null) return null;
    const { fromMinor, toMinor, outsideMinor, ...open } = fromJson<AmendmentDetail>(text);
    const whole = (minor: number) => (isWhole ? minor : null);
    return { ...open, fromMinor: whole(fromMinor), toMinor: whole(toMinor), outsideMinor: whole(outsideMinor) };
  };
  return {
    steps: shown.toReversed().map((step) => ({
      id: step.id,
      at: step.at,
      kind: step.kind,
      person: step.person_id === null ? null : refOf(step.person_id),
      by: step.by_id === null ? null : refOf(step.by_id),
      reason: step.reason,
      amendment: amendmentOf(step.detail),
    })),
    submittedStepId: answers ? (told.findLast(({ kind }) => kind === 'submitted')?.id ?? null) : null,
    answers: [...(answers ?? [])]
      .filter(([id]) => inSight(id))
      .map(([id, answer]) => ({ person: refOf(id), answer }))
      .sort((a, b) => (a.person.name < b.person.name ? -1 : 1)),
    own: (actor.personId !== null && answers?.get(actor.personId)) || null,
  };
}
