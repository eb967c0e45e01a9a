import type { Candidate } from '../candidate.ts';
import { pathOf, placeAt } from '../page-text.ts';
import { profileOf } from '../profiles.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';

const ADDRESS =
  /(?<![\w@./-])(?:https?:\/\/|www\.)[\p{L}\p{N}][\p{L}\p{N}.-]*\.[a-z]{2,}(?:\/[^\s,;)<>"'，。；）]*)?/giu;

/** Addresses of sites that the page's text writes out. */
export function websitesInTextSource(
  context: ReadingContext,
  add: (candidate: Candidate) => void,
  budget: Budget,
): void {
  for (const line of context.page.lines) {
    budget.check();
    const plain = context.plain[line.index] ?? '';
    if (context.isNoise(line) || !/www\.|https?:/i.test(plain)) continue;
    for (const match of plain.matchAll(ADDRESS)) {
      const raw = match[0].replace(/[.:]+$/, '');
      const value = /^https?:/i.test(raw) ? raw : `http://${raw}`;
      const profile = profileOf(value);
      const place = placeAt(line, match.index);
      const found = {
        raw,
        source: 'text' as const,
        path: pathOf(place),
        offset: match.index,
        confidence: 0.75,
        place,
        line,
      };
      add(
        profile === undefined ? { ...found, field: 'website', value } : { ...found, field: 'profile', value: profile },
      );
    }
  }
}
