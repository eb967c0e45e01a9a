/**
 * Words that were given up, each with its replacement (GLOSSARY.md). Only exported names and file names are looked at, never
 * prose. `where` limits a word to the rooms in which it would mean the retired thing.
 */
export type RetiredWord = { words: string; instead: string; where?: RegExp; unless?: RegExp };

const planning = /(^|\/)(targets|pacing|seasonality|capacity)([/.]|$)/;
const pipeline = /(^|\/)pipeline([/.]|$)/;

export const retiredWords: readonly RetiredWord[] = [
  { words: 'plan number', instead: 'target' },
  { words: 'goal', instead: 'target', where: planning },
  { words: 'individual target', instead: 'quota' },
  { words: 'achievement', instead: 'attainmentRatio' },
  { words: 'completion', instead: 'attainmentRatio', where: planning },
  { words: 'trend', instead: 'pacingRatio', where: /(^|\/)pacing([/.]|$)/ },
  { words: 'health', instead: 'pacingRatio', where: /(^|\/)pacing([/.]|$)/ },
  { words: 'curve', instead: 'seasonal weights', where: planning },
  { words: 'onboarding', instead: 'ramp', where: planning },
  { words: 'aggregate', instead: 'roll up', where: planning },
  { words: 'delta', instead: 'variance', where: planning },
  { words: 'diff', instead: 'variance', where: planning },
  { words: 'deal', instead: 'opportunity' },
  { words: 'deals', instead: 'opportunities' },
  { words: 'status', instead: 'stage', where: pipeline },
  { words: 'percent', instead: 'win probability', where: pipeline },
  { words: 'delay', instead: 'slipped days', where: pipeline },
  { words: 'coverage', instead: 'pipeline coverage ratio, or account coverage ratio' },
  { words: 'coverage ratio', instead: 'pipeline coverage ratio, or account coverage ratio' },
  { words: 'touch', instead: 'activity', unless: /^touch-?(target|area|screen)/i },
  { words: 'touches', instead: 'activities' },
  { words: 'interaction', instead: 'activity' },
  { words: 'interactions', instead: 'activities' },
  { words: 'user', instead: 'person, actor or owner', unless: /^apps\/api\/src\/(auth|db)\// },
  { words: 'users', instead: 'people', unless: /^apps\/api\/src\/(auth|db)\// },
];

/** Words that say nothing about what is inside: a file or folder may not be called so. */
const bags = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'lib', 'manager', 'managers'];

/** `pipelineCoverageRatio`, `HTTPServer`, `set-target` → lower-case words. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);

/** Names that a file exports. */
export function exportedNames(code: string): string[] {
  const declared =
    /\bexport\s+(?:declare\s+|abstract\s+|async\s+)*(?:const|let|function\*?|class|type|interface)\s+(\w+)/g;
  const listed = /\bexport\s+(?:type\s+)?\{([^}]*)\}/g;
  return [
    ...[...code.matchAll(declared)].map(([, name = '']) => name),
    ...[...code.matchAll(listed)].flatMap(([, list = '']) =>
      list.split(',').flatMap((item) => /(\w+)\s*$/.exec(item.trim())?.[1] ?? []),
    ),
  ];
}

/** `coverage` is retired only alone: with a noun before it, it is the replacement. */
const mustStandAlone = (words: string) => words.startsWith('coverage');

/** What is wrong with a name in a place: the retired word in it, and what to say instead. */
export function retiredIn(name: string, path: string): string[] {
  const have = ` ${wordsOf(name).join(' ')} `;
  return retiredWords
    .filter(({ words, where, unless }) => {
      const isThere = mustStandAlone(words) ? have === ` ${words} ` : have.includes(` ${words} `);
      return isThere && (!where || where.test(path)) && !(unless && (unless.test(path) || unless.test(name)));
    })
    .map(({ words, instead }) => `${path}: "${name}" brings back "${words}"; say ${instead}.`);
}

/** What is wrong with the name of a file: a retired word, or a bag for odds and ends. */
export function complaintsAboutPath(path: string): string[] {
  const parts = path.split('/');
  const file = (parts.at(-1) ?? '').replace(/\.(test\.ts|e2e\.ts|d\.ts|\w+)$/, '');
  const bag = [...parts.slice(0, -1), file].find(
    (part) =>
      bags.includes(part.toLowerCase()) || /[-a-z](Utils?|Helpers?|Manager)$|-(utils?|helpers?|manager)$/.test(part),
  );
  return [...retiredIn(file, path), ...(bag ? [`${path}: "${bag}" is a bag: name it for the deed or the thing.`] : [])];
}
