import { foldCase, foldName } from './fold-name.ts';
import { leadingForms, trailingCjkForm, trailingForms } from './legal-forms.ts';

/**
 * A company's name folded like any name and without its legal form: `Acme GmbH & Co. KG`, `ACME Inc.` and `Acme` fold
 * alike, and so do 北京华信科技有限公司 and 北京华信科技. A name that is nothing but legal forms is kept.
 *
 * Equal folds mean "likely the same": Acme GmbH and Acme Inc. may well be two companies.
 */
export function foldCompany(text: string): string {
  // Dots and apostrophes close up (S.p.A. → spa), everything else between letters parts words.
  const words = foldCase(text)
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}\p{M}+]+/u)
    .filter((word) => word !== '');
  return withoutTrailingForms(withoutLeadingForms(words)).join('') || foldName(text);
}

function withoutLeadingForms(words: readonly string[]): readonly string[] {
  const form = leadingForms.find((each) => words.length > 1 && words[0] === each);
  if (form !== undefined) return words.slice(1);
  // Japanese and Korean write the form without a space: 株式会社華信.
  const glued = leadingForms.find((each) => each.length > 2 && words[0]?.startsWith(each) && words[0] !== each);
  const isCjk = glued !== undefined && /\p{scx=Han}|\p{scx=Hangul}/u.test(glued);
  return isCjk ? [(words[0] as string).slice(glued.length), ...words.slice(1)] : words;
}

function withoutTrailingForms(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  const bare = last.replace(trailingCjkForm, '');
  if (bare !== last && (bare !== '' || words.length > 1)) {
    return withoutTrailingForms([...words.slice(0, -1), ...(bare === '' ? [] : [bare])]);
  }
  const form = trailingForms.find(
    (each) => each.length < words.length && each.every((word, index) => words.at(index - each.length) === word),
  );
  if (form === undefined) return words;
  const rest = words.slice(0, -form.length);
  if (rest.length === 1 && rest[0] === 'the') return words;
  // "Smith and Co": the joining word goes with the form.
  const joins = rest.length > 1 && ['and', 'und', 'et', 'y', 'e', 'og', 'och'].includes(rest.at(-1) ?? '');
  return withoutTrailingForms(joins ? rest.slice(0, -1) : rest);
}
