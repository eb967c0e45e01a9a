import type { OwnedColumns, RecordColumns } from './record.ts';

/** The thresholds of an organisation; its id is the organisation's. */
export type ChurnSettingsTable = RecordColumns & {
  /** JSON: the rule, the points of the signs, the days. */
  settings: string;
};

/** What was learnt of all customers on a day. */
export type ChurnModelTable = RecordColumns & {
  fitted_on: string;
  customers: number;
  /** JSON of the rhythm; null with too few customers. */
  rhythm: string | null;
  degenerate: 'no-drop-out' | 'one-and-gone' | null;
};

/** A warning that a customer may leave. One is open for an account at most. */
export type ChurnAlertTable = RecordColumns &
  OwnedColumns & {
    account_id: string;
    opened_on: string;
    status: 'open' | 'closed';
    closed_on: string | null;
    /** `doubled`: two accounts with one each became one. */
    ending: 'recovered' | 'overridden' | 'settled' | 'lost' | 'doubled' | null;
    /** JSON array of signs. */
    signs: string;
    /** JSON: what was known of the customer when it was opened. */
    facts: string;
    score: number | null;
  };

/** What somebody decided over the head of the rule, until a day. */
export type ChurnOverrideTable = RecordColumns &
  OwnedColumns & {
    account_id: string;
    verdict: 'safe' | 'danger';
    reason: string;
    until_day: string;
    by_id: string | null;
  };

/** A contract that comes to its renewal. */
export type RenewalTable = RecordColumns &
  OwnedColumns & {
    account_id: string;
    name: string;
    name_key: string;
    ends_on: string;
    nth: number;
    outcome: 'open' | 'renewed' | 'ended';
    amount_minor: number | null;
    currency: string;
    decided_on: string | null;
  };

/** A plan that was prepared for customers in danger. */
export type WinBackTemplateTable = RecordColumns & {
  name: string;
  name_key: string;
  offer: string;
  cost_minor: number;
  /** JSON array of {name, kind, afterDays}. */
  steps: string;
};

/** A plan that is carried out for one customer, and what came of it. */
export type WinBackTable = RecordColumns &
  OwnedColumns & {
    alert_id: string;
    account_id: string;
    answerable_id: string;
    template_id: string | null;
    offer: string;
    cost_minor: number;
    currency: string;
    begun_on: string;
    due_on: string;
    status: 'running' | 'won-back' | 'lost' | 'dropped';
    note: string | null;
    closed_on: string | null;
    /** JSON array of the activities that are its steps. */
    step_ids: string;
  };

/** Warnings of customers who leave, and what is done about them. */
export type ChurnTables = {
  churn_alert: ChurnAlertTable;
  churn_model: ChurnModelTable;
  churn_override: ChurnOverrideTable;
  churn_settings: ChurnSettingsTable;
  renewal: RenewalTable;
  win_back: WinBackTable;
  win_back_template: WinBackTemplateTable;
};
