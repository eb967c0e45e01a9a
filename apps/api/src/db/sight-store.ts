import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { Db } from './open.ts';
import { type NamedBeside, visibleTo } from './visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/**
 * For each kind of record the columns that name whose it is, the owner first. None: everybody of the organisation sees it.
 * Whatever is not listed here is seen by administrators only.
 */
export const sightOf = {
  organisation: [],
  person: [],
  team: [],
  stage: [],
  product: [],
  rate: [],
  target: [],
  scorecard: ['person_id'],
  receivables_definition: [],
  mix_plan: [],
  milestone: [],
  checklist_item: [],
  resource: [],
  resource_need: [],
  leave: ['person_id'],
  hand_over: ['person_id', 'cover_id'],
  leaver: ['id'],
  regrouping: ['owner_id'],
  measure_definition: [],
  tier_settings: [],
  event: [],
  scoring_model: [],
  custom_field: [],
  account: ['owner_id', 'backup_id'],
  contact: ['owner_id', 'backup_id'],
  lead: ['owner_id', 'backup_id'],
  opportunity: ['owner_id', 'backup_id'],
  sale: ['owner_id', 'backup_id'],
  invoice: ['owner_id', 'backup_id'],
  receipt: ['owner_id', 'backup_id'],
  activity: ['person_id', 'owner_id', 'backup_id'],
  budget_line: ['owner_id'],
  expense: ['person_id'],
  expense_limit: [],
  saved_view: ['person_id'],
  action: ['owner_id', 'answerable_id'],
  mail: ['person_id'],
  today_mark: ['person_id'],
  talk_track: [],
  forecast_override: ['owner_id', 'about_id'],
  forecast_submission: ['person_id'],
  webhook: ['person_id'],
  mailbox: ['person_id'],
  skill: [],
  role_profile: [],
  assessment: ['person_id', 'assessor_id'],
  rung: [],
  career: ['id', 'mentor_id'],
  certificate: [],
  award: ['person_id'],
  goal: ['person_id'],
  course: [],
  // Nobody owns it: those who take a quiz do not see its answers, those who lead people do.
  quiz: ['owner_id'],
  course_session: [],
  attendance: ['person_id', 'host_id'],
  enrolment: ['person_id'],
  attempt: ['person_id'],
  learning_plan: ['id'],
  case_study: [],
  led_project: ['person_id'],
  // Everybody may know who guides, and what they can teach.
  mentor_profile: [],
  mentee_profile: ['person_id'],
  mentorship: ['mentee_id', 'mentor_id'],
  mentorship_entry: ['mentee_id', 'mentor_id'],
  edition: ['person_id'],
  edition_comment: ['person_id'],
  edition_subscription: ['person_id'],
  pledge: ['person_id'],
  meeting: ['chair_id'],
  meeting_action: ['owner_id'],
  role_play_scenario: [],
  role_play: ['person_id', 'observer_id'],
  exercise: ['person_id', 'observer_id'],
  department: [],
  satisfaction: ['owner_id', 'backup_id'],
  kpi: [],
  // Who raised it, who solves it, whose customer it is about, and the department it is before.
  issue: ['raised_by_id', 'owner_id', 'customer_owner_id', 'customer_backup_id', 'department_id'],
  churn_settings: [],
  churn_model: [],
  churn_alert: ['owner_id', 'backup_id'],
  churn_override: ['owner_id', 'backup_id'],
  renewal: ['owner_id', 'backup_id'],
  win_back_template: [],
  win_back: ['owner_id', 'backup_id', 'answerable_id'],
  risk: ['owner_id'],
  risk_drill: ['owner_id'],
  overview_subscription: ['person_id'],
} as const satisfies Record<string, readonly string[]>;

const attends = { table: 'meeting_attendee', key: 'meeting_id', person: 'person_id' } as const;

/** Who sees a record beside those whom its columns name. */
export const sightBeside: Readonly<Record<string, NamedBeside>> = {
  meeting: { ...attends, row: 'meeting.id', org: 'meeting.org_id' },
  meeting_action: { ...attends, row: 'meeting_action.meeting_id', org: 'meeting_action.org_id' },
};

/** Is this record in the actor's sight as it stands now? Unknown subjects are out of sight. */
export async function isInSight(db: Db, actor: Actor, subject: string, id: string): Promise<boolean> {
  if (actor.reach === 'all') return true;
  const by = (sightOf as Record<string, readonly string[]>)[subject];
  if (!by) return false;
  const found = await (db as unknown as Kysely<Loose>)
    .selectFrom(subject)
    .select('id')
    .where('id', '=', id)
    .$if(subject !== 'organisation', (query) => query.where('org_id', '=', actor.orgId))
    .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, by, sightBeside[subject])(eb))
    .executeTakeFirst();
  return found !== undefined;
}
