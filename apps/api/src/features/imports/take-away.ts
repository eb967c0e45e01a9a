import type { FailureCode, Issue } from '@milepost/contract/failures';
import type { ImportRecordTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { withdrawWins } from '../pipeline/wins-store.ts';
import { reverseSales } from '../sales/posting-store.ts';
import { namedElsewhere } from './store.ts';
import { undoStores } from './undo-stores.ts';

/** What is known of a record that goes: which one, and in which version it must stand. */
export type Going = Pick<ImportRecordTable, 'subject' | 'record_id' | 'version'>;
type Because = { reason: string; code: FailureCode };

/** What refers to what: a record that others still name is not taken away. Those that refer come first. */
const refersTo: readonly { subject: string; by: readonly (readonly [table: string, column: string])[] }[] = [
  { subject: 'sale', by: [] },
  // What was learned, seen and wanted: of a set that is taken back whatever names another goes first.
  { subject: 'exercise', by: [] },
  { subject: 'role_play', by: [['exercise', 'role_play_id']] },
  { subject: 'role_play_scenario', by: [['role_play', 'scenario_id']] },
  { subject: 'meeting_action', by: [] },
  { subject: 'mentorship_entry', by: [] },
  { subject: 'award', by: [] },
  { subject: 'goal', by: [] },
  { subject: 'led_project', by: [] },
  { subject: 'assessment', by: [] },
  { subject: 'attendance', by: [] },
  { subject: 'enrolment', by: [['attempt', 'enrolment_id']] },
  { subject: 'course_session', by: [['attendance', 'session_id']] },
  { subject: 'quiz', by: [['attempt', 'course_id']] },
  {
    subject: 'course',
    by: [
      ['enrolment', 'course_id'],
      ['course_session', 'course_id'],
      ['quiz', 'id'],
    ],
  },
  { subject: 'case_study', by: [] },
  {
    subject: 'certificate',
    by: [
      ['award', 'certificate_id'],
      ['goal', 'certificate_id'],
      ['course', 'certificate_id'],
    ],
  },
  { subject: 'role_profile', by: [['rung', 'profile_id']] },
  {
    subject: 'activity',
    by: [
      ['award', 'activity_id'],
      ['mentorship_entry', 'activity_id'],
    ],
  },
  { subject: 'receipt', by: [] },
  {
    subject: 'invoice',
    by: [
      ['receipt', 'invoice_id'],
      ['issue', 'invoice_id'],
    ],
  },
  { subject: 'expense', by: [] },
  {
    subject: 'opportunity',
    by: [
      ['activity', 'opportunity_id'],
      ['award', 'opportunity_id'],
      ['mentorship_entry', 'opportunity_id'],
      ['issue', 'opportunity_id'],
    ],
  },
  { subject: 'lead', by: [['activity', 'lead_id']] },
  { subject: 'contact', by: [['activity', 'contact_id']] },
  { subject: 'target', by: [] },
  { subject: 'leave', by: [] },
  { subject: 'rate', by: [] },
  { subject: 'talk_track', by: [] },
  { subject: 'resource', by: [] },
  { subject: 'resource_need', by: [] },
  { subject: 'satisfaction', by: [] },
  {
    subject: 'skill',
    by: [
      ['assessment', 'skill_id'],
      ['goal', 'skill_id'],
      ['case_study', 'skill_id'],
    ],
  },
  {
    subject: 'account',
    by: [
      ['account', 'parent_id'],
      ['contact', 'account_id'],
      ['lead', 'account_id'],
      ['opportunity', 'account_id'],
      ['sale', 'account_id'],
      ['invoice', 'account_id'],
      ['activity', 'account_id'],
      ['expense', 'account_id'],
      ['mentorship_entry', 'account_id'],
      ['issue', 'account_id'],
      ['satisfaction', 'account_id'],
      ['budget_line', 'account_id'],
    ],
  },
  {
    subject: 'product',
    by: [
      ['opportunity', 'product_id'],
      ['sale', 'product_id'],
    ],
  },
  { subject: 'stage', by: [['opportunity', 'stage_id']] },
  {
    subject: 'team',
    by: [
      ['team', 'parent_id'],
      ['person', 'team_id'],
      ['budget_line', 'team_id'],
    ],
  },
  {
    subject: 'person',
    by: [
      ['team', 'manager_id'],
      ['account', 'owner_id'],
      ['contact', 'owner_id'],
      ['lead', 'owner_id'],
      ['opportunity', 'owner_id'],
      ['sale', 'owner_id'],
      ['invoice', 'owner_id'],
      ['leave', 'person_id'],
      ['resource', 'person_id'],
      ['checklist_item', 'owner_id'],
      ['expense', 'person_id'],
      ['issue', 'raised_by_id'],
      ['issue', 'owner_id'],
      ['department', 'head_id'],
      ['budget_line', 'owner_id'],
      ['assessment', 'person_id'],
      ['award', 'person_id'],
      ['goal', 'person_id'],
      ['enrolment', 'person_id'],
      ['role_play', 'person_id'],
      ['mentorship', 'mentee_id'],
      ['mentorship', 'mentor_id'],
      ['meeting', 'chair_id'],
      ['meeting_action', 'owner_id'],
    ],
  },
];

const mostListed = 100;
/** Refuses with the records that are in the way. */
export const refuse = (code: FailureCode, issues: readonly Issue[]): never => {
  throw new Failure(code, { issues: issues.slice(0, mostListed) });
};

/**
 * Takes records away that should never have come: into the archive, sales out of the books as if they had not been entered.
 * @throws Failure of the code given, with the records that others still name
 */
export async function takeAway(
  work: Work,
  created: ReadonlyMap<string, readonly Going[]>,
  because: Because,
): Promise<void> {
  const strangers = [...created.keys()].filter((subject) => !refersTo.some((known) => known.subject === subject));
  // Passed over, they would stay while it is said that they went.
  if (strangers.length > 0) throw new Error(`Nobody says how these are taken away: ${strangers.join(', ')}.`);
  for (const { subject } of refersTo) await remove(work, subject, created.get(subject) ?? [], because);
  // People are in the teams that go with them: who refers to whom is asked when all of them are gone.
  for (const { subject, by } of refersTo) await demandUnnamed(work, created.get(subject) ?? [], { by, ...because });
}

async function remove(work: Work, subject: string, records: readonly Going[], { reason }: Because): Promise<void> {
  const ids = records.map(({ record_id }) => record_id);
  if (ids.length === 0) return;
  if (subject === 'sale') {
    await reverseSales(work, ids, { on: 'own-day', reason });
    return;
  }
  if (subject === 'opportunity') await withdrawWins(work, ids, reason);
  const store = undoStores[subject as keyof typeof undoStores];
  const leaves = subject === 'person' ? { is_active: 0 } : {};
  for (const { record_id, version } of records)
    await store.update(
      work,
      record_id,
      version ?? 1,
      { archived_at: work.at, ...leaves },
      { action: 'archived', reason },
    );
}

async function demandUnnamed(
  work: Work,
  records: readonly Going[],
  { by, code }: Because & { by: readonly (readonly [string, string])[] },
): Promise<void> {
  const ids = records.map(({ record_id }) => record_id);
  if (ids.length === 0) return;
  for (const [table, column] of by) {
    const named = await namedElsewhere(work, { table, column }, ids);
    if (named.length > 0)
      refuse(
        code,
        named.map((id) => ({
          path: `/${records[0]?.subject}/${id}`,
          code: 'in-use',
          message: `${table} still names it`,
          value: id,
        })),
      );
  }
}
