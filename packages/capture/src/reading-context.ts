import { asideLines } from './asides.ts';
import { type CountryHints, countryHints } from './country/country-hints.ts';
import type { PageEvidence } from './evidence.ts';
import { type ColumnHeads, columnHeads } from './label-context.ts';
import { noiseOf } from './noise.ts';
import type { Line, PageText, Place } from './page-text.ts';
import { plainCharacters } from './plain-characters.ts';

export type ReadOptions = {
  /** The user's country, ISO 3166-1 alpha-2: the last resort for a phone written without one. */
  country?: string;
  /** Domains of the user's own house (`acme.example`): their addresses are colleagues, not leads. */
  ownDomains?: readonly string[];
  /** Milliseconds that only grow; `performance.now()` unless a test brings its own. */
  now?: () => number;
};

/** Ends a source that has used up its time. What it found until then is kept. */
export type Budget = { check: () => void };

/** What every source is handed: the page in all its forms, read once. */
export type ReadingContext = {
  evidence: PageEvidence;
  page: PageText;
  /** The lines' texts with wide characters made plain, same offsets. */
  plain: readonly string[];
  country: CountryHints;
  /** Lines a visitor would not take for the page's own contact data, by index. */
  isNoise: (line: Line) => boolean;
  /** Lines of testimonials, reviews and comments. */
  isAside: (line: Line) => boolean;
  places: readonly Place[];
  heads: ColumnHeads;
};

/** Prepares a page for its sources. */
export function readingContext(page: PageText, options: ReadOptions): ReadingContext {
  return {
    evidence: page.evidence,
    page,
    plain: page.lines.map((line) => plainCharacters(line.text)),
    country: countryHints(page, options),
    isNoise: noiseOf(page),
    isAside: asideLines(page),
    places: page.places,
    heads: columnHeads(page),
  };
}
