import type { ReadingContext } from '../reading-context.ts';
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
  return [...tallies]
    .map(([fold, { best, votes }]) => {
      const voted = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
      return { best, score: voted + domainScore(fold, best.name, labels) + mentionScore(fold, lines) };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score)
    .map(({ best, score }) => ({ ...best, confidence: Math.min(0.95, score / SURE_SCORE) }));
}

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
