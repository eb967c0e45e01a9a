import type { ApiKeyArea, ApiKeyScope } from '@milepost/contract/api-keys';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { ActingRole } from '@milepost/contract/people';

/** A key at work: what it may do, and where. */
export type ActingKey = {
  id: string;
  scope: ApiKeyScope;
  /** Null: everywhere a key may go. */
  areas: readonly ApiKeyArea[] | null;
};

/** Who is doing it now, and how far they see. */
export type Actor = {
  orgId: string;
  /** Null for the operator at the command line: sees the whole organisation. */
  personId: string | null;
  role: ActingRole;
  /** People whose records are in sight: `all` for an administrator, else themselves and, for a manager, all below. */
  reach: 'all' | readonly string[];
  /** The department whose issues they see beside those of people in reach. */
  departmentId?: string | null;
  /** Somebody of another department: sees issues, and nothing else, whatever is in their name. */
  isConfined?: boolean;
  organisation: OrganisationView;
  /** The key by which a program acts as this person; left out where they do it themselves. */
  key?: ActingKey;
};

/** Is this person one whose records the actor sees? */
export const reaches = (actor: Actor, personId: string): boolean =>
  actor.reach === 'all' || actor.reach.includes(personId);

/**
 * The predicate of sight for a row in memory, as `visibleTo` is for rows in a table: what one of theirs owns or backs up, and for
 * managers what nobody owns.
 */
export const sees = (
  actor: Actor,
  { owner_id, backup_id }: { owner_id: string | null; backup_id: string | null },
): boolean =>
  actor.reach === 'all' ||
  // Rows in memory are no issues: those are read from their table.
  (!actor.isConfined && seesOwned(actor, { owner_id, backup_id }));

const seesOwned = (
  actor: Actor,
  { owner_id, backup_id }: { owner_id: string | null; backup_id: string | null },
): boolean =>
  (owner_id === null ? actor.role === 'manager' : reaches(actor, owner_id)) ||
  (backup_id !== null && reaches(actor, backup_id));
