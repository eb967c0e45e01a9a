import type { RiskDrillView, RiskStep, RiskTriggerInput, RiskView } from '@milepost/contract/risks';
import { toDay } from '@milepost/core/calendar/civil-day';
import { isDrillDue, weightOf } from '@milepost/core/risks/trigger';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { RiskDrillTable, RiskTable } from '../../db/tables/risks.ts';
import { activities } from '../activities/store.ts';
import { riskDrills } from './store.ts';

export const stepsOf = ({ steps }: Pick<RiskTable, 'steps'>): RiskStep[] => fromJson(steps);
export const triggerOf = ({ trigger }: Pick<RiskTable, 'trigger'>): RiskTriggerInput | null =>
  trigger === null ? null : fromJson(trigger);

/** Risks as they stand on a day. */
export const riskViewsOn =
  (day: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly RiskTable[]): Promise<RiskView[]> => {
    const last = await riskDrills.lastOf(
      db,
      actor.orgId,
      rows.map(({ id }) => id),
    );
    const responses = new Map(
      await Promise.all(
        rows.map(async (row) => {
          const found = await Promise.all(fromJson<string[]>(row.step_ids).map((id) => activities.find(db, actor, id)));
          return [row.id, found.filter((step) => step !== undefined)] as const;
        }),
      ),
    );
    const names = await namesOf(db, actor, {
      person: rows.flatMap((row) => [
        row.owner_id,
        ...stepsOf(row).map(({ answerableId }) => answerableId),
        ...(responses.get(row.id) ?? []).map(({ person_id }) => person_id),
      ]),
    });
    return rows.map((row) => {
      const drill = last.get(row.id);
      return {
        ...recordFields(row),
        ...{ name: row.name, kind: row.kind, about: row.about, likelihood: row.likelihood, impact: row.impact },
        trigger: triggerOf(row),
        steps: stepsOf(row).map((step) => ({ ...step, answerable: nameOf(names.person, step.answerableId) })),
        weight: weightOf(row),
        owner: nameOf(names.person, row.owner_id),
        ...{ status: row.status, firedOn: row.fired_on, firedValue: row.fired_value, lesson: row.lesson },
        response: (responses.get(row.id) ?? []).map((step) => ({
          ...{ id: step.id, version: step.version, name: step.subject, dueOn: step.deadline_on ?? step.on_day },
          isDone: isSet(step.is_done),
          person: nameOf(names.person, step.person_id),
        })),
        lastDrill: drill ? { onDay: drill.on_day, result: drill.result } : null,
        isDrillDue: isDrillDue(drill ? toDay(day(actor)) - toDay(drill.on_day) : null),
      };
    });
  };

export async function drillViews(db: Db, actor: Actor, rows: readonly RiskDrillTable[]): Promise<RiskDrillView[]> {
  const names = await namesOf(db, actor, {
    risk: rows.map((row) => row.risk_id),
    person: rows.map((row) => row.by_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ onDay: row.on_day, result: row.result, note: row.note },
    risk: nameOf(names.risk, row.risk_id),
    by: nameOf(names.person, row.by_id),
  }));
}
