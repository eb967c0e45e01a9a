/** Columns that every record has. `version` grows by one with each write. */
export type RecordColumns = {
  org_id: string;
  id: string;
  version: number;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
};

/** Whose a record is. A record of an account carries the account's owner and backup. */
export type OwnedColumns = { owner_id: string | null; backup_id: string | null };

/** The records that share the record store; their tables begin with the columns of a record. */
export type RecordTable =
  | 'account'
  | 'contact'
  | 'lead'
  | 'opportunity'
  | 'product'
  | 'stage'
  | 'activity'
  | 'sale'
  | 'invoice'
  | 'receipt'
  | 'saved_view'
  | 'team'
  | 'person'
  | 'target'
  | 'scorecard'
  | 'mix_plan'
  | 'leave'
  | 'hand_over'
  | 'leaver'
  | 'regrouping'
  | 'milestone'
  | 'checklist_item'
  | 'resource'
  | 'resource_need'
  | 'measure_definition'
  | 'tier_settings'
  | 'event'
  | 'action'
  | 'budget_line'
  | 'expense'
  | 'expense_limit'
  | 'rate'
  | 'mail'
  | 'today_mark'
  | 'talk_track'
  | 'forecast_override'
  | 'forecast_submission'
  | 'webhook'
  | 'custom_field'
  | 'skill'
  | 'role_profile'
  | 'assessment'
  | 'rung'
  | 'career'
  | 'certificate'
  | 'award'
  | 'goal'
  | 'course'
  | 'quiz'
  | 'course_session'
  | 'attendance'
  | 'enrolment'
  | 'attempt'
  | 'learning_plan'
  | 'case_study'
  | 'led_project'
  | 'mentor_profile'
  | 'mentee_profile'
  | 'mentorship'
  | 'mentorship_entry'
  | 'edition'
  | 'edition_comment'
  | 'edition_subscription'
  | 'pledge';
  | 'mailbox'
  | 'meeting'
  | 'meeting_action';
  | 'role_play_scenario'
  | 'role_play'
  | 'exercise';
  | 'satisfaction'
  | 'kpi'
  | 'department'
  | 'issue';
  | 'churn_settings'
  | 'churn_model'
  | 'churn_alert'
  | 'churn_override'
  | 'renewal'
  | 'win_back_template'
  | 'win_back'
  | 'risk'
  | 'risk_drill'
  | 'overview_subscription';
