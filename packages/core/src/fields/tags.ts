import { foldName } from '../identity/fold-name.ts';

/** The most tags that one record bears. */
export const mostTags = 20;
/** The longest tag, in characters. */
export const longestTag = 50;
/** What stands between tags where several are written as one text. */
const between = /[,;，；、|\r\n]+/;

/** Two tags are the same when they fold alike: `VIP`, `vip` and `ＶＩＰ`. */
export const tagKey = (tag: string): string => foldName(tag);

/**
 * Tags as they are kept: trimmed, each once in the spelling that comes first, in the order of their folds. Blank ones say nothing.
 * Applied twice it changes nothing more.
 */
export function tidyTags(tags: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of tags) {
    const plain = tag.trim().replace(/\s+/g, ' ');
    const key = tagKey(plain);
    if (key !== '' && !byKey.has(key)) byKey.set(key, plain);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, tag]) => tag);
}

/** Tags with some added and some taken away. What is both added and taken away is gone; known spellings stay. */
export function retag(
  tags: readonly string[],
  { add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): string[] {
  const gone = new Set(remove.map((tag) => tagKey(tag.trim())));
  return tidyTags([...tags, ...add]).filter((tag) => !gone.has(tagKey(tag)));
}

/** Tags that are written as one text, between commas, semicolons, bars or lines. */
export const readTags = (text: string): string[] => tidyTags(text.split(between));
