import type { ReadingContext } from '../reading-context.ts';
import { hasLegalForm } from '../vocabulary/legal-forms.ts';
import { domainLabels, domainScore, spelledOutNames } from './domain-names.ts';
import { foldCompany, foldText, isBetterForm, isPlausibleName, type NameTrace, type TraceKind } from './name-trace.ts';
import { lineTraces, logoTraces, titleTraces } from './name-traces.ts';

export type CompanyName = NameTrace & { confidence: number };

/** One weak trace is no name. */
const LEAST_SCORE = 0.6;
/** The score at which a name is as good as certain. */
const SURE_SCORE = 3;
const MOST_MENTIONS = 5;
/** Of a long page the head and the foot are enough to count in: that is where it names itself. */
const MOST_LINES = 600;

type Tally = { best: NameTrace; votes: Map<TraceKind, number> };

/**
 * The company a page belongs to, first choice first: title, site name, copyright, logo and address lines have a vote each; a
 * name that the site's or its mail's domain spells counts double; being mentioned often helps a little.
 */
export function companyNames(context: ReadingContext): CompanyName[] {
  const labels = domainLabels(context);
  const traces = [
    ...titleTraces(context),
    ...lineTraces(context),
    ...logoTraces(context),
    ...spelledOutNames(context, labels),
  ];
  const tallies = new Map<string, Tally>();
  for (const trace of traces) {
    const fold = foldCompany(trace.name);
    if (fold !== '' && isPlausibleName(trace)) tallies.set(fold, withVote(tallies.get(fold), trace));
  }
  const lines = foldedLines(context);
  const scored = [...tallies]
    .map(([fold, { best, votes }]) => {
      const voted = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
      return {
        best,
        kinds: votes.size,
        score: voted + domainScore(fold, best.name, labels) + mentionScore(fold, lines),
      };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score);
  return fullerFirst(scored).map(({ best, score }) => ({ ...best, confidence: Math.min(0.95, score / SURE_SCORE) }));
}

type Scored = { best: NameTrace; kinds: number; score: number };

/** Where a page names itself in full. */
const FULL_NAMES: ReadonlySet<TraceKind> = new Set(['title', 'site-name', 'copyright', 'logo', 'legal-form']);
const NEARLY = 0.55;
const MOST_WORDS_ADDED = 4;
const AS_LOUD = 0.85;

/** "Hawk Flowers", spelled out of the domain, is "Hawk Flowers and Gifts" where the page's title or copyright says so nearly as loudly. */
function fullerFirst(scored: readonly Scored[]): Scored[] {
  const [first] = scored;
  if (first === undefined) return [];
  const start = foldText(first.best.name);
  const fuller = scored.find(
    ({ best, kinds, score }) =>
      score >= first.score * NEARLY &&
      // A title alone also says what the page is about.
      FULL_NAMES.has(best.kind) &&
      (kinds > 1 || best.kind !== 'title') &&
      foldText(best.name).startsWith(start) &&
      foldText(best.name).length > start.length + 2 &&
      best.name.split(' ').length <= first.best.name.split(' ').length + MOST_WORDS_ADDED &&
      !PLACE_BEHIND.test(best.name),
  );
  const legal = scored.find(({ best, score }) => score >= first.score * AS_LOUD && hasLegalForm(best.name));
  const chosen = fuller ?? (hasLegalForm(first.best.name) ? undefined : legal);
  return chosen === undefined
    ? [...scored]
    : [{ ...chosen, score: first.score }, ...scored.filter((one) => one !== chosen)];
}

/** "… in Boston", "… of the North": where a firm is, or what it does there, is no part of its name. */
const PLACE_BEHIND = /\s(?:in|near|for|serving)\s|,\s|\s[-–—|]\s/i;

function withVote(tally: Tally | undefined, trace: NameTrace): Tally {
  if (tally === undefined) return { best: trace, votes: new Map([[trace.kind, trace.weight]]) };
  tally.votes.set(trace.kind, Math.max(tally.votes.get(trace.kind) ?? 0, trace.weight));
  return isBetterForm(trace.name, tally.best.name) ? { ...tally, best: trace } : tally;
}

/** The page's shorter lines, folded, so that a name is found however it is spaced and written. */
function foldedLines({ page }: ReadingContext): string {
  const { lines } = page;
  const read =
    lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES / 2), ...lines.slice(-MOST_LINES / 2)];
  return read
    .filter((line) => line.text.length < 400)
    .map((line) => foldText(line.text))
    .join('\n');
}

function mentionScore(fold: string, lines: string): number {
  if (fold.length < 4) return 0;
  let count = 0;
  for (let at = lines.indexOf(fold); at >= 0 && count < MOST_MENTIONS; at = lines.indexOf(fold, at + fold.length))
    count += 1;
  return count * 0.1;
}
