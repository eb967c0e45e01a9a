import type { DepartmentView, IssueStepView, IssueView } from '@milepost/contract/issues';
import { workingMinutesBetween } from '@milepost/core/calendar/working-hours';
import { isAfter } from '@milepost/core/issues/escalation';
import { deedsOf, isWithSolver } from '@milepost/core/issues/life-cycle';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { DepartmentTable, IssueStepTable, IssueTable } from '../../db/tables/issues.ts';
import { wallTimeOf } from '../../wall-time.ts';
import { invoiceNumbers } from '../receivables/invoice-refs-store.ts';
import { partyOf } from './party-of.ts';
import { partyNames } from './party-store.ts';
import { departments } from './store.ts';
import { workingHoursOf } from './working-time.ts';

export async function departmentViews(
  db: Db,
  actor: Actor,
  rows: readonly DepartmentTable[],
): Promise<DepartmentView[]> {
  const names = await namesOf(db, actor, { person: rows.map((row) => row.head_id) });
  const people = await departments.people(db, actor.orgId);
  return rows.map((row) => ({
    ...recordFields(row),
    ...{ name: row.name, headId: row.head_id, head: nameOf(names.person, row.head_id) },
    ...{ urgentHours: row.urgent_hours, importantHours: row.important_hours, routineHours: row.routine_hours },
    memberCount: people.filter(({ department_id }) => department_id === row.id).length,
  }));
}

/** Where an issue stands to its deadline, in working minutes. */
function clockOf({ organisation }: Actor, row: IssueTable, now: string) {
  if (!isWithSolver(row.state)) return { isLate: false, workingMinutesLeft: null };
  const [at, due] = [now, row.due_at].map((instant) => wallTimeOf(instant, organisation.timeZone)) as [
    ReturnType<typeof wallTimeOf>,
    ReturnType<typeof wallTimeOf>,
  ];
  const hours = workingHoursOf(organisation);
  const isLate = isAfter(at, due);
  return {
    isLate,
    workingMinutesLeft: isLate ? -workingMinutesBetween(due, at, hours) : workingMinutesBetween(at, due, hours),
  };
}

/** Issues as they stand at an instant, for whoever asks. */
export const issueViewsAt =
  (now: () => string) =>
  async (db: Db, actor: Actor, rows: readonly IssueTable[]): Promise<IssueView[]> => {
    const parties = await partyNames(db, actor, {
      person: rows.flatMap((row) => [row.raised_by_id, row.owner_id]),
      department: rows.map((row) => row.department_id),
    });
    const names = await namesOf(db, actor, {
      account: rows.map((row) => row.account_id),
      opportunity: rows.map((row) => row.opportunity_id),
    });
    const numbers = await invoiceNumbers(
      db,
      actor,
      rows.flatMap(({ invoice_id }) => invoice_id ?? []),
    );
    const at = now();
    return rows.map((row) => {
      const party = partyOf(actor, row);
      const refs = {
        account: nameOf(names.account, row.account_id),
        opportunity: nameOf(names.opportunity, row.opportunity_id),
        invoice: nameOf(numbers, row.invoice_id),
      };
      return {
        ...recordFields(row),
        ...{ name: row.name, details: row.details, kind: row.kind, severity: row.severity, state: row.state },
        raisedBy: nameOf(parties.person, row.raised_by_id),
        ...{ departmentId: row.department_id, department: nameOf(parties.department, row.department_id) },
        ...{ ownerId: row.owner_id, owner: nameOf(parties.person, row.owner_id) },
        ...{ runsFrom: row.runs_from, dueAt: row.due_at, ...clockOf(actor, row, at), level: row.level },
        ...refs,
        // What is out of sight is not named by its id either.
        ...{
          accountId: refs.account?.id ?? null,
          opportunityId: refs.opportunity?.id ?? null,
          invoiceId: refs.invoice?.id ?? null,
        },
        ...{ resolution: row.resolution, lesson: row.lesson, resolvedAt: row.resolved_at },
        deeds: deedsOf(row.state, party),
        mayChange: party.isRaiser || party.isSolver,
      };
    });
  };

export async function stepViews(db: Db, actor: Actor, rows: readonly IssueStepTable[]): Promise<IssueStepView[]> {
  const names = await partyNames(db, actor, {
    person: rows.map((row) => row.person_id),
    department: rows.map((row) => row.department_id),
  });
  return rows.map(({ id, at, deed, text, level, person_id, department_id }) => ({
    ...{ id, at, deed, text, level },
    person: nameOf(names.person, person_id),
    department: nameOf(names.department, department_id),
  }));
}
