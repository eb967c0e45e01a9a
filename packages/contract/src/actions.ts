import { additiveMeasures } from '@milepost/core/targets/measures';
import * as z from 'zod';
import { CivilDay, Currency, Id, Minor, Name, orNull, PersonRef, recordFields, ShortText } from './scalars.ts';

/** Measures that pace is told of: what is not planned and counted up cannot be checked afterwards. */
export const actionMeasures = additiveMeasures;
export const actionScopes = ['person', 'team', 'line', 'organisation'] as const;
export const actionStatuses = ['open', 'done', 'dropped'] as const;
export const actionCauses = ['volume', 'mix', 'price', 'conversion', 'timing', 'currency', 'other'] as const;

const details = {
  /** What is done. */
  name: Name,
  /** What is the case, in figures of the day. */
  fact: z.string().trim().min(1).max(1000),
  cause: z.enum(actionCauses),
  causeNote: orNull(ShortText),
  dueOn: CivilDay,
  /** By how much the variance is to come nearer to the plan: minor units, of a measure that counts so many. */
  expectedMinor: Minor.min(0),
};
const scope = { measure: z.enum(actionMeasures), scopeKind: z.enum(actionScopes) };

export const NewAction = z.object({
  id: Id,
  ...details,
  causeNote: details.causeNote.optional(),
  measure: scope.measure.default('revenue'),
  scopeKind: scope.scopeKind,
  /** Id of person or team, name of the line; left out for the organisation. */
  scopeId: z.string().max(200).default(''),
  ownerId: Id.optional(),
});
export type NewAction = z.infer<typeof NewAction>;
export const ActionPatch = z.object({ ...details, ownerId: Id, status: z.enum(actionStatuses) }).partial();
export type ActionPatch = z.infer<typeof ActionPatch>;

export const ActionView = z.object({
  ...recordFields,
  ...details,
  ...scope,
  scope: z.object({ id: z.string(), name: z.string() }),
  /** What the amounts are, by the measure. */
  unit: z.enum(['money', 'count']),
  currency: Currency,
  status: z.enum(actionStatuses),
  owner: orNull(PersonRef),
  openedOn: CivilDay,
  /** Actual less plan to date of the scope at the opening; null without a plan. */
  openedVarianceMinor: orNull(Minor),
  /** What came of it: the variance of that day less that of the opening. Null until it is checked. */
  checkedOn: orNull(CivilDay),
  checkedVarianceMinor: orNull(Minor),
  effectMinor: orNull(Minor),
});
export type ActionView = z.infer<typeof ActionView>;
