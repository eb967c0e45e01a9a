import type { EscalationLevel } from '@milepost/core/issues/escalation';
import type { IssueDeed, IssueState, Severity } from '@milepost/core/issues/life-cycle';
import type { RecordColumns } from './record.ts';

/** A department beyond the teams of sales: who leads it, and within how many working hours it solves what. */
export type DepartmentTable = RecordColumns & {
  name: string;
  name_key: string;
  head_id: string | null;
  urgent_hours: number;
  important_hours: number;
  routine_hours: number;
};

/** Something that has to be solved, across departments, by a deadline in working hours. */
export type IssueTable = RecordColumns & {
  name: string;
  name_key: string;
  details: string | null;
  kind: 'complaint' | 'contract' | 'delivery' | 'technical' | 'payment' | 'other';
  severity: Severity;
  state: IssueState;
  raised_by_id: string;
  department_id: string;
  owner_id: string | null;
  /** The instant from which its working time runs: raised, sent again or opened again. */
  runs_from: string;
  due_at: string;
  level: EscalationLevel;
  account_id: string | null;
  opportunity_id: string | null;
  invoice_id: string | null;
  /** Owner and backup of the account: they see what is in the way of their customer. */
  customer_owner_id: string | null;
  customer_backup_id: string | null;
  resolution: string | null;
  lesson: string | null;
  resolved_at: string | null;
};

/** One step of an issue, written once: who did what when, and what they said. */
export type IssueStepTable = {
  org_id: string;
  id: string;
  issue_id: string;
  at: string;
  deed: IssueDeed | 'raise' | 'escalate' | 'note';
  person_id: string | null;
  text: string | null;
  department_id: string | null;
  level: EscalationLevel | null;
};
