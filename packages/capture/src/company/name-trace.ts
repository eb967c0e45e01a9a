import { isJobTitle } from '../people/job-title.ts';
import { hasLegalForm, withoutLegalForm } from '../vocabulary/legal-forms.ts';
import { isPageWord } from './page-title.ts';

/** The kind of place a name was found in; each kind has one vote, however often it repeats the name. */
export type TraceKind =
  | 'title'
  | 'site-name'
  | 'meta'
  | 'copyright'
  | 'legal-form'
  | 'address-head'
  | 'logo'
  | 'heading'
  | 'domain';

/** A name the page may mean by itself, how strongly one trace of it speaks, and where it stands. */
export type NameTrace = {
  name: string;
  kind: TraceKind;
  weight: number;
  source: 'title' | 'open-graph' | 'text';
  path: string;
  offset?: number;
};

const LONGEST = 80;
const MOST_WORDS = 9;

/** For comparison: width, case, accents, legal form, articles, signs and blanks folded away. */
export const foldCompany = (name: string): string => foldText(withoutLegalForm(name.normalize('NFKC')));

export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(?:and|und|et|y)\b|&amp;/g, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** "Santa Monica, CA" is where a firm is. */
const IS_PLACE =
  /^\p{Lu}[\p{L}.'-]+(?:\s\p{Lu}[\p{L}.'-]+){0,3},\s(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|AB|BC|MB|N[BLS]|ON|QC|SK|NSW|VIC|QLD|TAS|USA|UK)$/u;

/** Whether a text could be what a company calls itself: short, no kind of page, no position, no address. */
export function isPlausibleName({ name, kind }: NameTrace): boolean {
  if (name.length < 2 || name.length > LONGEST || !/\p{L}{2}/u.test(name) || isPageWord(name)) return false;
  if (name.split(' ').length > MOST_WORDS || /[!?©]|https?:|www\.|:\s|@|\d{5}|\d{3}[-.\s]\d{4}|:\s*$/.test(name))
    return false;
  if (IS_PLACE.test(name)) return false;
  // Another site's address over a street is a link to it.
  if (kind === 'address-head' && /\.(?:com|net|org)$/i.test(name)) return false;
  // "Mister Plumber" may be a firm where the title or the domain says so; a line of text that reads so is a position.
  return (kind !== 'address-head' && kind !== 'heading') || !isJobTitle(name);
}

const isShouting = (name: string): boolean => name === name.toUpperCase();

/** Of two forms of one name, the one in full beats the one in capitals or without its legal form. */
export function isBetterForm(name: string, known: string): boolean {
  if (isShouting(known) !== isShouting(name)) return isShouting(known);
  return hasLegalForm(name) && !hasLegalForm(known);
}
