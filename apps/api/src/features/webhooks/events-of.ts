import { type WebhookDeed, type WebhookPayload, webhookSubjects } from '@milepost/contract/webhooks';
import type { StageCategory } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import { sees } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';

const deeds: Readonly<Record<string, WebhookDeed>> = {
  created: 'created',
  archived: 'archived',
  restored: 'restored',
};
const known = new Set<string>(webhookSubjects);

/** What an opportunity became by a move; null where its stage stayed of one kind, or it was made open. */
function outcomeOf(
  { before, after }: ChangeTable,
  categoryOf: (stageId: unknown) => StageCategory | undefined,
): 'won' | 'lost' | 'reopened' | null {
  const to = categoryOf(fromJson<{ stage_id?: unknown }>(after ?? '{}').stage_id);
  if (to === undefined) return null;
  const from = categoryOf(fromJson<{ stage_id?: unknown }>(before ?? '{}').stage_id) ?? 'open';
  if (from === to) return null;
  return to === 'open' ? 'reopened' : to;
}

/** The events that a change is. None for what webhooks do not tell of. */
export function eventsOf(
  change: ChangeTable,
  categoryOf: (stageId: unknown) => StageCategory | undefined,
): readonly string[] {
  const { subject, action } = change;
  if (!known.has(subject)) return [];
  const deed = `${subject}.${deeds[action] ?? 'changed'}`;
  const outcome = subject === 'opportunity' ? outcomeOf(change, categoryOf) : null;
  return outcome === null ? [deed] : [deed, `opportunity.${outcome}`];
}

/** Does somebody see what a change tells of? The predicate of sight, for the record as it stands after the change. */
export const seesChange = (actor: Actor, change: ChangeTable): boolean =>
  (sightOf as Record<string, readonly string[]>)[change.subject]?.length === 0 || sees(actor, change);

/** The body of a delivery: thin, and the same for every attempt. */
export const payloadOf = (event: string, change: ChangeTable): WebhookPayload => ({
  type: event,
  timestamp: change.at,
  data: {
    subject: change.subject,
    id: change.record_id,
    version: change.version,
    action: change.action,
    actorId: change.actor_id,
    before: change.before === null ? null : fromJson(change.before),
    after: change.after === null ? null : fromJson(change.after),
  },
});
