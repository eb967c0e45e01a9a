import type { ApiKeyScope } from '@milepost/contract/api-keys';
import type { DeliveryState } from '@milepost/contract/webhooks';
import type { Flag } from '../columns.ts';
import type { RecordColumns } from './record.ts';

/** A key for programs. Only the hash of its secret is kept: who reads the database cannot use one. */
export type ApiKeyTable = {
  org_id: string;
  id: string;
  /** As whom it acts. */
  person_id: string;
  name: string;
  scope: ApiKeyScope;
  /** JSON array of the areas it is confined to; null is all of them. */
  areas: string | null;
  secret_hash: string;
  /** The last characters of the secret, by which its holder knows it again. */
  ending: string;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
};

export type WebhookTable = RecordColumns & {
  /** Who made it: it tells what this person sees. */
  person_id: string;
  name: string;
  name_key: string;
  url: string;
  /** JSON array of the events it is told. */
  events: string;
  is_enabled: Flag;
  disabled_because: 'person' | 'failing' | 'gone' | null;
};

/** What signs deliveries, apart from the record of the webhook so that it stands in no change; and since when nothing arrived. */
export type WebhookSecretTable = {
  org_id: string;
  webhook_id: string;
  secret: string;
  /** The secret before a rotation signs beside the new one until an instant. */
  former: string | null;
  former_until: string | null;
  failing_since: string | null;
};

/** One event on its way to one webhook. `held_until`: somebody is delivering it. */
export type WebhookDeliveryTable = {
  org_id: string;
  id: string;
  webhook_id: string;
  event: string;
  subject: string | null;
  record_id: string | null;
  /** The body as it is sent, every time the same. */
  payload: string;
  state: DeliveryState;
  attempts: number;
  created_at: string;
  next_at: string | null;
  held_until: string | null;
  delivered_at: string | null;
  response_code: number | null;
  last_error: string | null;
};

/** That somebody's personal data were erased: by whom, when and why, and never whose they were. */
export type ErasureTable = {
  org_id: string;
  id: string;
  at: string;
  actor_id: string | null;
  subject: 'contact' | 'lead' | 'person';
  record_id: string;
  reason: string;
  /** JSON: how many rows of each table were touched. */
  touched: string;
};
