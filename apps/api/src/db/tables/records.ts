import type { AccountStatus } from '@milepost/core/accounts/life-cycle';
import type { BuyingRole, Stance } from '@milepost/core/buying-centre/buying-centre';
import type { TierColumns } from './cadence.ts';
import type { FieldColumns } from './fields.ts';
import type { OwnedColumns, RecordColumns } from './record.ts';

/** The record that this one was merged into, when it was. */
type MergedColumn = { merged_into_id: string | null };

export type AccountTable = RecordColumns &
  OwnedColumns &
  MergedColumn &
  TierColumns &
  FieldColumns & {
    status: AccountStatus;
    name: string;
    name_key: string;
    /** Name without legal form, folded: what lookalikes are found by. */
    company_key: string;
    external_id: string | null;
    segment: string | null;
    region: string | null;
    website: string | null;
    /** Registrable domain of website or e-mail, null for free mail. */
    domain_key: string | null;
    phone: string | null;
    phone_key: string | null;
    email: string | null;
    email_key: string | null;
    address: string | null;
    employees: number | null;
    annual_revenue_minor: number | null;
    parent_id: string | null;
    notes: string | null;
  };

export type ContactTable = RecordColumns &
  OwnedColumns &
  MergedColumn &
  FieldColumns & {
    account_id: string | null;
    name: string;
    name_key: string;
    title: string | null;
    external_id: string | null;
    email: string | null;
    email_key: string | null;
    phone: string | null;
    phone_key: string | null;
    notes: string | null;
    buying_role: BuyingRole | null;
    influence: 1 | 2 | 3 | null;
    stance: Stance | null;
    reports_to_id: string | null;
  };

export type LeadTable = RecordColumns &
  OwnedColumns &
  MergedColumn &
  FieldColumns & {
    kind: 'person' | 'company';
    status: 'new' | 'working' | 'converted' | 'dismissed';
    name: string;
    name_key: string;
    title: string | null;
    company: string | null;
    company_key: string | null;
    email: string | null;
    email_key: string | null;
    phone: string | null;
    phone_key: string | null;
    domain_key: string | null;
    website: string | null;
    address: string | null;
    source: 'clip' | 'import' | 'entered';
    /** JSON: everything that was read, with where each value came from. */
    provenance: string | null;
    /** What a converted lead became. */
    account_id: string | null;
    contact_id: string | null;
    opportunity_id: string | null;
    notes: string | null;
    event_id: string | null;
    /** The event whose follow-up was made for it, so that it is made once. */
    followed_event_id: string | null;
  };

/** A delivery of the extension and what became of it: the same clip again is answered from here. */
export type ClipTable = {
  org_id: string;
  id: string;
  person_id: string | null;
  taken_at: string;
  page_url: string;
  page_title: string;
  /** JSON: the lead as it was taken, with its provenance. */
  lead: string;
  outcome: 'created' | 'merged' | 'known';
  record_kind: 'lead' | 'contact' | 'account' | null;
  record_id: string | null;
  created_at: string;
};

export type StageTable = RecordColumns & {
  name: string;
  name_key: string;
  position: number;
  category: 'open' | 'won' | 'lost';
  /** Probability in hundredths of a percent, 0–10000. */
  probability_bp: number;
  /** What one opportunity takes in this stage; null when nobody has said. */
  minutes_each: number | null;
};

/** An opportunity came into a stage; `id` is that of the change that tells of it. */
export type StageEntryTable = {
  org_id: string;
  id: string;
  opportunity_id: string;
  stage_id: string;
  entered_on: string;
  at: string;
};

export type OpportunityTable = RecordColumns &
  OwnedColumns &
  FieldColumns & {
    name: string;
    name_key: string;
    external_id: string | null;
    account_id: string | null;
    product_id: string | null;
    stage_id: string;
    /** Null when nobody has said yet: never zero. */
    amount_minor: number | null;
    currency: string;
    opened_on: string | null;
    expected_close_on: string | null;
    closed_on: string | null;
    /** JSON array of {personId, shareBp}, null when the owner has it all. */
    split: string | null;
    lost_reason: string | null;
    notes: string | null;
    event_id: string | null;
    /** What its rep says; null when the probability of its stage says so. */
    forecast_category: 'commit' | 'best' | 'pipeline' | 'omitted' | null;
  };

export type ProductTable = RecordColumns & {
  name: string;
  name_key: string;
  external_id: string | null;
  line: string | null;
  kind: 'core' | 'incremental' | null;
  margin_class: string | null;
  list_price_minor: number | null;
};

export type ActivityTable = RecordColumns &
  OwnedColumns & {
    kind: 'visit' | 'call' | 'email' | 'meeting' | 'note';
    /** Who did it. */
    person_id: string;
    account_id: string | null;
    contact_id: string | null;
    lead_id: string | null;
    opportunity_id: string | null;
    /** Civil day on which it happened, or is due. */
    on_day: string;
    is_done: 0 | 1;
    subject: string;
    body: string | null;
    /** Where it stands among the tasks of a day; null is value. */
    lane: 'urgent' | 'strategic' | null;
    /** The last day on which it is not late; null is the day itself. */
    deadline_on: string | null;
    /** `HH:MM` where the time is agreed. */
    starts_at: string | null;
    /** What it takes, or took; null is the usual of its kind. */
    minutes: number | null;
    outcome: 'agreed' | 'interested' | 'informed' | 'objection' | 'refused' | 'no-answer' | null;
    /** What the customer needs that they did not need before. */
    need_change: string | null;
    objection: 'price' | 'timing' | 'need' | 'authority' | 'trust' | 'competitor' | 'other' | null;
    /** The words that the objection was met with. */
    talk_track_id: string | null;
    /** The activity whose next step it is. */
    follows_id: string | null;
    /** Who had it before and gave it away. */
    given_by_id: string | null;
    /** Civil day on which it was ticked off; null where it was logged as done. */
    done_on: string | null;
    /** A call instead of a promised visit: the promise stays unmet, and nobody proposes that visit again. */
    in_place_of: 'visit' | null;
    /** Of a mail: its Message-ID, which no other activity of the organisation has. */
    message_id: string | null;
    /** What a mail says, as a hash: a copy without its Message-ID is known by it. */
    mail_content: string | null;
  };

/** An account came into a status: by a word, with an import, or because it bought. */
export type StatusEntryTable = {
  org_id: string;
  id: string;
  account_id: string;
  status: AccountStatus;
  entered_on: string;
  at: string;
  cause: 'said' | 'import' | 'sale';
  reason: string | null;
  person_id: string | null;
};

/** Two records that became one. */
export type MergeTable = {
  org_id: string;
  id: string;
  kind: 'account' | 'contact' | 'lead';
  survivor_id: string;
  merged_id: string;
  person_id: string | null;
  at: string;
  undone_at: string | null;
  /** JSON: every row that moved, with its version after, and the survivor as it was. */
  moved: string;
};
