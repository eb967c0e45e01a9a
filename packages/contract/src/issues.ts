import { escalationLevels } from '@milepost/core/issues/escalation';
import { issueDeeds, issueStates, severities } from '@milepost/core/issues/life-cycle';
import * as z from 'zod';
import { Id, Instant, LongText, Name, orNull, PersonRef, RecordRef, recordFields, Version } from './scalars.ts';

export { issueDeeds, issueStates, severities };

/** What is in the way. */
export const issueKinds = ['complaint', 'contract', 'delivery', 'technical', 'payment', 'other'] as const;
const solvingHours = z.int().min(1).max(2000);

const department = {
  name: Name,
  /** Who leads it: one of its people. */
  headId: orNull(Id),
  /** Working hours within which it solves what is urgent, important, routine. */
  urgentHours: solvingHours,
  importantHours: solvingHours,
  routineHours: solvingHours,
};
export const NewDepartment = z.object({
  id: Id,
  ...z.object(department).partial().shape,
  name: department.name,
});
export type NewDepartment = z.infer<typeof NewDepartment>;
export const DepartmentPatch = z.object(department).partial();
export type DepartmentPatch = z.infer<typeof DepartmentPatch>;
export const DepartmentView = z.object({
  ...recordFields,
  ...department,
  head: orNull(PersonRef),
  memberCount: z.int(),
});
export type DepartmentView = z.infer<typeof DepartmentView>;

const issue = {
  name: Name,
  details: orNull(LongText),
  kind: z.enum(issueKinds),
  severity: z.enum(severities),
  /** Which customer, deal or receivable is in danger. */
  accountId: orNull(Id),
  opportunityId: orNull(Id),
  invoiceId: orNull(Id),
};
export const NewIssue = z.object({
  id: Id,
  ...z.object(issue).partial().shape,
  name: issue.name,
  severity: issue.severity,
  departmentId: Id,
  /** Who is to solve it, one of that department; nobody yet when left out. */
  ownerId: orNull(Id).optional(),
});
export type NewIssue = z.infer<typeof NewIssue>;
export const IssuePatch = z.object({ ...issue, ownerId: orNull(Id) }).partial();
export type IssuePatch = z.infer<typeof IssuePatch>;

/** What can be said with a step: why it comes back or is opened again, how it was solved, and what was learnt. */
export const NewIssueStep = z.object({
  deed: z.enum([...issueDeeds, 'note']),
  text: orNull(LongText).optional(),
  /** Of a solution: what is to be done otherwise from now on. */
  lesson: orNull(LongText).optional(),
  /** Of what is sent again: to whom. */
  departmentId: Id.optional(),
});
export type NewIssueStep = z.infer<typeof NewIssueStep>;

export const IssueView = z.object({
  ...recordFields,
  ...issue,
  state: z.enum(issueStates),
  raisedBy: orNull(PersonRef),
  departmentId: Id,
  department: orNull(RecordRef),
  ownerId: orNull(Id),
  owner: orNull(PersonRef),
  runsFrom: Instant,
  dueAt: Instant,
  /** Past its deadline and not solved yet. */
  isLate: z.boolean(),
  /** Working minutes to the deadline; since it, where it is late. Null where nothing is to be done any more. */
  workingMinutesLeft: orNull(z.int()),
  level: z.union([z.literal(escalationLevels[0]), z.literal(escalationLevels[1]), z.literal(escalationLevels[2])]),
  /** Null where it is none, and where whoever asks does not see it. */
  account: orNull(RecordRef),
  opportunity: orNull(RecordRef),
  invoice: orNull(RecordRef),
  resolution: orNull(z.string()),
  lesson: orNull(z.string()),
  resolvedAt: orNull(Instant),
  /** What whoever asks may do with it now. */
  deeds: z.array(z.enum(issueDeeds)),
  mayChange: z.boolean(),
});
export type IssueView = z.infer<typeof IssueView>;

export const IssueStepView = z.object({
  id: Id,
  at: Instant,
  deed: z.enum([...issueDeeds, 'raise', 'escalate', 'note']),
  person: orNull(PersonRef),
  text: orNull(z.string()),
  department: orNull(RecordRef),
  level: orNull(z.int()),
});
export type IssueStepView = z.infer<typeof IssueStepView>;
/** The version the steps belong to: what comes after it was not seen. */
export const IssueStepsView = z.object({ version: Version, items: z.array(IssueStepView) });
export type IssueStepsView = z.infer<typeof IssueStepsView>;

/** The board: what stands in each state, the most pressing first, and what was solved last. */
export const IssueBoardView = z.object({
  columns: z.array(z.object({ state: z.enum(issueStates), total: z.int(), items: z.array(IssueView) })),
});
export type IssueBoardView = z.infer<typeof IssueBoardView>;

/** To whom an issue can be given: departments, and the people of each. */
export const IssuePartiesView = z.object({
  departments: z.array(
    z.object({
      id: Id,
      name: z.string(),
      hours: z.object({ urgent: z.int(), important: z.int(), routine: z.int() }),
      people: z.array(PersonRef),
    }),
  ),
  ownDepartmentId: orNull(Id),
});
export type IssuePartiesView = z.infer<typeof IssuePartiesView>;
