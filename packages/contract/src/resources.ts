import * as z from 'zod';
import { CivilDay, Currency, Id, LongText, Minor, Name, orNull, PersonRef, recordFields } from './scalars.ts';

export const resourcePurposes = ['selling', 'training', 'consulting', 'marketing', 'service', 'other'] as const;

/** Skills as people write them, separated by commas. */
const skills = orNull(z.string().trim().max(1000));
const work = {
  role: Name,
  hoursPerWeek: z.number().min(0).max(168),
  from: CivilDay,
  to: CivilDay,
  skills,
  note: orNull(LongText),
};

/** Who does what: a person of the organisation, or help from outside by its name. */
const details = {
  ...work,
  personId: orNull(Id),
  /** Name of an external helper; null for a person. */
  helper: orNull(Name),
  purpose: z.enum(resourcePurposes),
  costMinor: orNull(Minor.min(0)),
};
const blank = { personId: true, helper: true, skills: true, note: true, costMinor: true } as const;
export const NewResource = z.object({ id: Id, ...z.object(details).partial(blank).shape });
export type NewResource = z.infer<typeof NewResource>;
export const ResourcePatch = z.object(details).partial();
export type ResourcePatch = z.infer<typeof ResourcePatch>;
export const ResourceView = z.object({
  ...recordFields,
  ...details,
  /** The person or the helper. */
  name: z.string(),
  person: orNull(PersonRef),
  currency: Currency,
});
export type ResourceView = z.infer<typeof ResourceView>;

/** Work that the plan needs done: a role, for so many hours a week. */
const need = { ...work, name: Name };
export const NewResourceNeed = z.object({ id: Id, ...z.object(need).partial({ skills: true, note: true }).shape });
export type NewResourceNeed = z.infer<typeof NewResourceNeed>;
export const ResourceNeedPatch = z.object(need).partial();
export type ResourceNeedPatch = z.infer<typeof ResourceNeedPatch>;
export const ResourceNeedView = z.object({ ...recordFields, ...need });
export type ResourceNeedView = z.infer<typeof ResourceNeedView>;

export const ResourceGapsQuery = z.object({ fiscalYear: z.coerce.number().int().min(1900).max(2200).optional() });
export type ResourceGapsQuery = z.infer<typeof ResourceGapsQuery>;
export const ResourceGapsView = z.object({
  fiscalYear: z.int(),
  fiscalYearLabel: z.string(),
  rows: z.array(
    z.object({
      role: z.string(),
      neededHours: z.number(),
      assignedHours: z.number(),
      /** Hours that are missing, month by month; 0 when every month is served. */
      shortHours: z.number(),
      missingSkills: z.array(z.string()),
    }),
  ),
});
export type ResourceGapsView = z.infer<typeof ResourceGapsView>;
export const ResourceWhyQuery = ResourceGapsQuery.extend({
  role: z.string().max(200),
  figure: z.enum(['neededHours', 'assignedHours', 'shortHours']),
});
export type ResourceWhyQuery = z.infer<typeof ResourceWhyQuery>;
