import type { FieldSpec } from '@milepost/core/imports/kind';
import { words } from './header-words.ts';

/** Synonyms written as one line of headers, separated by `|`, best first. */
export const headers = (line: string): string[] => line.split('|').map((header) => header.trim());

type More = Partial<Pick<FieldSpec, 'isRequired' | 'takes' | 'madeFrom' | 'choices'>>;
/** A field of a kind; `synonyms` as one line of headers. */
export const field = (name: string, type: FieldSpec['type'], synonyms: string, more: More = {}): FieldSpec => ({
  field: name,
  type,
  isRequired: false,
  ...more,
  synonyms: headers(synonyms),
});
export const required: More = { isRequired: true };

/** First and last name where a record is a person. */
export const nameParts = [field('firstName', 'text', words.firstName), field('lastName', 'text', words.lastName)];
/** A name that may come in two parts. */
export const namedByParts: More = { isRequired: true, madeFrom: ['lastName', 'firstName'] };
