import type { ExplainedView } from '@milepost/contract/explain';
import type { GoalView, GoalWhyQuery, LedProjectView } from '@milepost/contract/goals';
import { standingOf } from '@milepost/core/goals/verdict';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { GoalTable, LedProjectTable } from '../../db/tables/growth.ts';
import { Failure } from '../../http/failure.ts';
import { standingOf as standingOfAward } from '../certificates/standing-store.ts';
import { awards, certificates } from '../certificates/store.ts';
import { measureGoal } from './measure-goal.ts';
import { goals } from './store.ts';

/** Goals as they stand on a day: by the awards that their people hold, or by what records say. */
export const goalViewsOn =
  (dayOf: (actor: Actor) => string) =>
  async (db: Db, actor: Actor, rows: readonly GoalTable[]): Promise<GoalView[]> => {
    const day = dayOf(actor);
    const names = await namesOf(db, actor, {
      person: rows.map((row) => row.person_id),
      certificate: rows.map((row) => row.certificate_id),
      skill: rows.map((row) => row.skill_id),
    });
    const held = await awards.confirmedOf(db, actor.orgId, [...new Set(rows.map((row) => row.person_id))]);
    const windows = new Map((await certificates.all(db, actor.orgId)).map((row) => [row.id, row.window_months]));
    return Promise.all(
      rows.map(async (row) => {
        const measured = (await measureGoal(db, actor, row, day))?.told ?? null;
        const standing = measured
          ? { status: standingOf(measured.verdict === 'reached', row.due_on, day), dueOn: row.due_on, reopenedOn: null }
          : standingOfAward(row, held, windows, day);
        return {
          ...recordFields(row),
          ...{ personId: row.person_id, person: nameOf(names.person, row.person_id), kind: row.kind },
          ...{ certificateId: row.certificate_id, certificate: nameOf(names.certificate, row.certificate_id) },
          ...{ skillId: row.skill_id, skill: nameOf(names.skill, row.skill_id) },
          ...{ wanted: row.wanted, leastMinor: row.least_minor, fromOn: row.from_on, baseFromOn: row.base_from_on },
          ...{ dueOn: row.due_on, status: standing.status, wantedOn: standing.dueOn, reopenedOn: standing.reopenedOn },
          measured,
        };
      }),
    );
  };

/** How a figure of a goal comes about, and which records could not be counted. @throws Failure `not-found` where there is none */
export async function explainGoal(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { id, figure }: GoalWhyQuery & { id: string },
): Promise<ExplainedView> {
  const measure = await measureGoal(db, actor, await goals.get(db, actor, id), today);
  const why = measure?.why[figure];
  if (!why) throw new Failure('not-found');
  const leftOut = Object.entries(measure.leftOut).flatMap(([reason, count]) => (count > 0 ? [{ reason, count }] : []));
  return { why, asOf: now, leftOut };
}

export async function ledProjectViews(
  db: Db,
  actor: Actor,
  rows: readonly LedProjectTable[],
): Promise<LedProjectView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ personId: row.person_id, person: nameOf(names.person, row.person_id), name: row.name },
    ...{ departments: row.departments, fromDay: row.from_day, finishedOn: row.finished_on, outcome: row.outcome },
  }));
}
