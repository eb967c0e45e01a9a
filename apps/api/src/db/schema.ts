import type { ActionTable } from './tables/actions.ts';
import type { AuthAccountTable, AuthSessionTable, AuthUserTable } from './tables/auth.ts';
import type {
  ActivityParticipantTable,
  CalendarFeedTable,
  TierEntryTable,
  TierSettingsTable,
} from './tables/cadence.ts';
import type { ChangeTable, SavedViewTable } from './tables/changes.ts';
import type { ChurnTables } from './tables/churn.ts';
import type { CustomFieldTable, FieldValueTable } from './tables/fields.ts';
import type { AttachmentTable, ContactTieTable } from './tables/files.ts';
import type { ForecastOverrideTable, ForecastSubmissionTable, PipelineSnapshotTable } from './tables/forecast.ts';
import type {
  AssessmentTable,
  AwardTable,
  CareerTable,
  CertificateTable,
  GoalTable,
  LedProjectTable,
  RoleProfileTable,
  RungTable,
  SkillTable,
} from './tables/growth.ts';
import type { HandOverTable, LeaverTable, RegroupingTable, TerritoryLockTable } from './tables/hand-over.ts';
import type { AliasTable, ImportRecordTable, ImportTable } from './tables/imports.ts';
import type { DepartmentTable, IssueStepTable, IssueTable } from './tables/issues.ts';
import type { JobLeaseTable, JobRunTable } from './tables/jobs.ts';
import type { KpiTable } from './tables/kpis.ts';
import type { MailLetterTable, MailTable } from './tables/mail.ts';
import type { MailboxTables } from './tables/mailboxes.ts';
import type { EventTable, MeasureDefinitionTable } from './tables/measures.ts';
import type { MeetingActionTable, MeetingAttendeeTable, MeetingTable } from './tables/meetings.ts';
import type {
  MenteeProfileTable,
  MentorProfileTable,
  MentorshipEntryTable,
  MentorshipTable,
} from './tables/mentoring.ts';
import type { MixPlanTable } from './tables/mix.ts';
import type { RateTable } from './tables/money.ts';
import type {
  CustomerTallyTable,
  InvoiceTallyTable,
  OverviewSubscriptionTable,
  ReceivableTallyTable,
  TallyTable,
} from './tables/overview.ts';
import type { InvitationTable, OrganisationTable, PersonTable, TeamTable } from './tables/people.ts';
import type {
  ChecklistItemTable,
  LeaveTable,
  MilestoneTable,
  ResourceNeedTable,
  ResourceTable,
} from './tables/planning.ts';
import type {
  ApiKeyTable,
  ErasureTable,
  WebhookDeliveryTable,
  WebhookSecretTable,
  WebhookTable,
} from './tables/platform.ts';
import type { OnlookerTable } from './tables/presence.ts';
import type { InvoiceTable, ReceiptTable, ReceivablesDefinitionTable } from './tables/receivables.ts';
import type {
  AccountTable,
  ActivityTable,
  ClipTable,
  ContactTable,
  LeadTable,
  MergeTable,
  OpportunityTable,
  ProductTable,
  StageEntryTable,
  StageTable,
  StatusEntryTable,
} from './tables/records.ts';
import type { ReportTables } from './tables/reports.ts';
import type { RiskDrillTable, RiskTable } from './tables/risks.ts';
import type { ExerciseTable, RolePlayScenarioTable, RolePlayTable } from './tables/role-play.ts';
import type { CreditTable, FactDayTable, SaleTable } from './tables/sales.ts';
import type { SatisfactionTable } from './tables/satisfaction.ts';
import type { ScorecardTable } from './tables/scorecard.ts';
import type { ScoringModelTable } from './tables/scoring.ts';
import type { SearchEntryTable } from './tables/search.ts';
import type { BudgetLineTable, ExpenseLimitTable, ExpenseReceiptTable, ExpenseTable } from './tables/spend.ts';
import type {
  CommitmentCellTable,
  CommitmentTable,
  TargetCellTable,
  TargetRateTable,
  TargetSegmentTable,
  TargetStepTable,
  TargetTable,
} from './tables/targets.ts';
import type { ParkedAccountTable, TalkTrackTable, TodayMarkTable } from './tables/today.ts';
import type { TrainingTables } from './tables/training.ts';

/** Every table of the house by its name. */
export type Schema = TrainingTables &
  ChurnTables &
  ReportTables &
  MailboxTables & {
    organisation: OrganisationTable;
    team: TeamTable;
    person: PersonTable;
    invitation: InvitationTable;
    account: AccountTable;
    contact: ContactTable;
    lead: LeadTable;
    clip: ClipTable;
    stage: StageTable;
    opportunity: OpportunityTable;
    stage_entry: StageEntryTable;
    product: ProductTable;
    activity: ActivityTable;
    activity_participant: ActivityParticipantTable;
    tier_entry: TierEntryTable;
    tier_settings: TierSettingsTable;
    calendar_feed: CalendarFeedTable;
    sale: SaleTable;
    rate: RateTable;
    credit: CreditTable;
    fact_day: FactDayTable;
    invoice: InvoiceTable;
    receipt: ReceiptTable;
    receivables_definition: ReceivablesDefinitionTable;
    target: TargetTable;
    target_cell: TargetCellTable;
    target_rate: TargetRateTable;
    scorecard: ScorecardTable;
    target_segment: TargetSegmentTable;
    mix_plan: MixPlanTable;
    leave: LeaveTable;
    hand_over: HandOverTable;
    leaver: LeaverTable;
    regrouping: RegroupingTable;
    territory_lock: TerritoryLockTable;
    milestone: MilestoneTable;
    checklist_item: ChecklistItemTable;
    resource: ResourceTable;
    resource_need: ResourceNeedTable;
    measure_definition: MeasureDefinitionTable;
    event: EventTable;
    budget_line: BudgetLineTable;
    expense: ExpenseTable;
    expense_limit: ExpenseLimitTable;
    expense_receipt: ExpenseReceiptTable;
    target_step: TargetStepTable;
    commitment: CommitmentTable;
    commitment_cell: CommitmentCellTable;
    import: ImportTable;
    import_record: ImportRecordTable;
    alias: AliasTable;
    action: ActionTable;
    today_mark: TodayMarkTable;
    parked_account: ParkedAccountTable;
    talk_track: TalkTrackTable;
    mentor_profile: MentorProfileTable;
    mentee_profile: MenteeProfileTable;
    mentorship: MentorshipTable;
    mentorship_entry: MentorshipEntryTable;
    meeting: MeetingTable;
    meeting_attendee: MeetingAttendeeTable;
    meeting_action: MeetingActionTable;
    role_play_scenario: RolePlayScenarioTable;
    role_play: RolePlayTable;
    exercise: ExerciseTable;
    job_run: JobRunTable;
    onlooker: OnlookerTable;
    job_lease: JobLeaseTable;
    mail: MailTable;
    mail_letter: MailLetterTable;
    forecast_override: ForecastOverrideTable;
    forecast_submission: ForecastSubmissionTable;
    pipeline_snapshot: PipelineSnapshotTable;
    search_entry: SearchEntryTable;
    status_entry: StatusEntryTable;
    merge: MergeTable;
    api_key: ApiKeyTable;
    webhook: WebhookTable;
    webhook_secret: WebhookSecretTable;
    webhook_delivery: WebhookDeliveryTable;
    erasure: ErasureTable;
    attachment: AttachmentTable;
    contact_tie: ContactTieTable;
    scoring_model: ScoringModelTable;
    custom_field: CustomFieldTable;
    field_value: FieldValueTable;
    skill: SkillTable;
    role_profile: RoleProfileTable;
    assessment: AssessmentTable;
    rung: RungTable;
    career: CareerTable;
    certificate: CertificateTable;
    award: AwardTable;
    goal: GoalTable;
    led_project: LedProjectTable;
    satisfaction: SatisfactionTable;
    kpi: KpiTable;
    department: DepartmentTable;
    issue: IssueTable;
    issue_step: IssueStepTable;
    risk: RiskTable;
    risk_drill: RiskDrillTable;
    tally: TallyTable;
    customer_tally: CustomerTallyTable;
    receivable_tally: ReceivableTallyTable;
    invoice_tally: InvoiceTallyTable;
    overview_subscription: OverviewSubscriptionTable;
    change: ChangeTable;
    saved_view: SavedViewTable;
    auth_user: AuthUserTable;
    auth_account: AuthAccountTable;
    auth_session: AuthSessionTable;
  };
