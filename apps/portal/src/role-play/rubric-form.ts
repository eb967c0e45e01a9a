import type { NewRolePlayScenario, RolePlayScenarioView, RubricCriterion } from '@milepost/contract/role-play';
import { foldName } from '@milepost/core/identity/fold-name';
import { type Criterion, HIGHEST } from '@milepost/core/role-play/rubric';

/** The levels of a rubric, from the lowest up. */
export const rubricLevels: readonly number[] = Array.from({ length: HIGHEST }, (_, at) => at + 1);

/** A rubric as the rules take it. */
export const rubricOf = (criteria: readonly RubricCriterion[]): Criterion[] =>
  criteria.map(({ name, weight, exercise }) => ({ key: foldName(name), name, weight, exercise }));

export type ScenarioForm = {
  name: string;
  situation: string;
  task: string;
  customer: string;
  minutes: string;
  criteria: { name: string; weight: number; levels: string[]; exercise: string }[];
};

export const blankCriterion = (): ScenarioForm['criteria'][number] => ({
  ...{ name: '', weight: 2, exercise: '' },
  levels: rubricLevels.map(() => ''),
});

/** A scenario as it is typed. */
export const scenarioForm = (known: RolePlayScenarioView | null): ScenarioForm =>
  known
    ? {
        ...{ name: known.name, situation: known.situation, task: known.task, customer: known.customer },
        minutes: String(known.minutes),
        criteria: known.criteria.map((one) => ({ ...one, levels: [...one.levels], exercise: one.exercise ?? '' })),
      }
    : { ...{ name: '', situation: '', task: '', customer: '', minutes: '20' }, criteria: [blankCriterion()] };

/** What is sent; null as long as something is missing or cannot be read, or a criterion comes twice. */
export function scenarioWire(form: ScenarioForm): Omit<NewRolePlayScenario, 'id'> | null {
  const [name, situation, task, customer] = [form.name, form.situation, form.task, form.customer].map((text) =>
    text.trim(),
  ) as [string, string, string, string];
  const minutes = Number(form.minutes);
  const criteria = form.criteria.map((one) => ({
    ...{ name: one.name.trim(), weight: one.weight, levels: one.levels.map((text) => text.trim()) },
    exercise: one.exercise.trim() || null,
  }));
  const isWhole = [name, situation, task, customer, ...criteria.flatMap((one) => [one.name, ...one.levels])].every(
    (text) => text !== '',
  );
  const isOnce = new Set(criteria.map((one) => foldName(one.name))).size === criteria.length;
  const isPossible = Number.isInteger(minutes) && minutes >= 5 && minutes <= 240 && criteria.length > 0;
  return isWhole && isOnce && isPossible ? { name, situation, task, customer, minutes, criteria } : null;
}
