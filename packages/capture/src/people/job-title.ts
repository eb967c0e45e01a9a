import { namesDuty, namesPosition, surelyNamesPosition } from '../vocabulary/job-titles.ts';
import { hasLegalForm } from '../vocabulary/legal-forms.ts';

const LONGEST = 90;
const MOST_WORDS = 12;

/** Whether a text reads as a position and nothing else: short, no sentence, no digits of a number, a noun of a position. */
export function isJobTitle(text: string): boolean {
  const trimmed = text.replace(/^[\s(–—-]+|[\s,;:|)–—-]+$/g, '').trim();
  if (trimmed.length < 2 || trimmed.length > LONGEST || trimmed.split(' ').length > MOST_WORDS) return false;
  if (/[@!?<>=©®]|\d{3}|https?:|www\.|[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(trimmed)) return false;
  if (isSentence(trimmed) || hasLegalForm(trimmed)) return false;
  return namesPosition(trimmed);
}

/** Whether it is one beyond doubt, so that what stands beside it may be a name by its shape alone. */
export const isSureJobTitle = (text: string): boolean => isJobTitle(text) && surelyNamesPosition(text);

/** Whether a text could stand where a title stands in a list: a title, a department or a duty. */
export function isTitleInList(text: string): boolean {
  if (isJobTitle(text)) return true;
  const trimmed = text.trim();
  if (trimmed.length > 60 || trimmed.split(' ').length > 8 || /[@!?:©\d]|www\./.test(trimmed)) return false;
  return !hasLegalForm(trimmed) && !isSentence(trimmed) && namesDuty(trimmed);
}

const SENTENCE =
  /\b(?:is|are|was|were|has|have|had|will|can|our|your|we|you|they|he|she|please|this|that|these|ist|sind|hat|wir|est|sont|nous|vous|es|son|sono)\b/i;

const isSentence = (text: string): boolean => text.split(' ').length > 3 && SENTENCE.test(text);

/** The title as it is kept: signs and brackets around it gone. */
export const tidyTitle = (text: string): string =>
  text
    .replace(/^[\s,;:|(–—-]+|[\s,;:|–—-]+$/g, '')
    .replace(/^([^()]*)\)$/, '$1')
    .trim();
