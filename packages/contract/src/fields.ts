import { fieldTypes } from '@milepost/core/fields/custom-field';
import { longestTag, mostTags } from '@milepost/core/fields/tags';
import * as z from 'zod';
import { Id, Name, orNull, recordFields } from './scalars.ts';

/** The kinds of record that bear tags and custom fields. */
export const fieldSubjects = ['account', 'contact', 'lead', 'opportunity'] as const;
export const FieldSubject = z.enum(fieldSubjects);
export type FieldSubject = z.infer<typeof FieldSubject>;
export const hasFields = (subject: string): subject is FieldSubject =>
  (fieldSubjects as readonly string[]).includes(subject);

/** The most custom fields in use that one kind of record has. */
export const mostFields = 50;

const details = {
  name: Name,
  /** The possible values of a choice, in their order. */
  choices: z.array(z.string().trim().min(1).max(100)).max(100),
  /** Asked for when a record is entered by hand or a lead becomes more; what came otherwise may lack it. */
  isRequired: z.boolean(),
  /** Its place among the fields of its kind: the smallest first. */
  position: z.int().min(0).max(1000),
};

/** A field that the organisation adds to a kind of record. What it is about and what it holds stay as they are. */
export const NewCustomField = z.object({
  id: Id,
  subject: FieldSubject,
  type: z.enum(fieldTypes),
  ...z.object(details).partial().shape,
  name: Name,
});
export type NewCustomField = z.infer<typeof NewCustomField>;
export const CustomFieldPatch = z.object(details).partial();
export type CustomFieldPatch = z.infer<typeof CustomFieldPatch>;
export const CustomFieldView = z.object({
  ...recordFields,
  ...details,
  subject: FieldSubject,
  type: z.enum(fieldTypes),
});
export type CustomFieldView = z.infer<typeof CustomFieldView>;

/** A value of a custom field by the field's id, on the way in; null is not known. The field's type says what it must be. */
const Value = z.union([z.string().max(4000), z.number(), z.boolean()]);
export const CustomValuesPatch = z.record(Id, orNull(Value));
/** The known values of a record by the id of their field. */
export const CustomValuesView = z.record(z.string(), Value);

/** A tag has no mark that stands between tags in a file. */
export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(longestTag)
  .regex(/^[^,;，；、|\r\n]+$/, 'a tag without commas, semicolons, bars and lines');
export const Tags = z.array(Tag).max(mostTags);

/** What a record that bears them takes in beside its own details, and what its view tells. */
export const fieldsIn = { tags: Tags, customFields: CustomValuesPatch };
export const fieldsOut = { tags: z.array(z.string()), customFields: CustomValuesView };

/** Tags in use on records in sight that hold the text, the commonest first. */
export const TagQuery = z.object({ subject: FieldSubject, q: z.string().max(longestTag).optional() });
export const TagsInUse = z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) });
export type TagsInUse = z.infer<typeof TagsInUse>;

/** The name by which a condition of a list means a custom field. */
export const fieldCondition = (id: string): string => `field:${id}`;
