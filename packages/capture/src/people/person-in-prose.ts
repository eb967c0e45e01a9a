import { isJobTitle, tidyTitle } from './job-title.ts';
import type { PersonInLine } from './person-line.ts';
import { personName } from './person-name.ts';

const NAME =
  "(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss)\\.?\\s)?\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s\\p{Lu}\\.)?(?:\\s\\p{Lu}[\\p{L}'’-]+){1,2}";

/** "Ann Lee is the Head of Admissions at …", "Ann Lee, our chief engineer, …". */
const IS_SOMETHING = new RegExp(
  `^(${NAME})(?:,\\s(?:our|the)\\s|\\s(?:is|ist|est|es|è)\\s(?:currently\\s)?(?:an?\\s|the\\s|our\\s|unsere?\\s|der\\s|die\\s|le\\s|la\\s|notre\\s|el\\s)?)(.{3,60}?)(?=\\s(?:at|of|in|for|with|and\\s(?:has|she|he|they)|who|bei|chez|en|dual|board)\\s|[,.;]|$)`,
  'u',
);
/** "Clinical Director, Ann Lee, MSN received her degree …". */
const TITLE_THEN_NAME = new RegExp(
  `^(\\p{Lu}[\\p{L}\\s&/-]{3,40}),\\s(${NAME})(?=,|\\s(?:[A-Z-]{2,6}\\b|\\p{Ll}))`,
  'u',
);
/** "please contact Ann Lee at 555-0100", "ask for Ann Lee". */
const TURN_TO = new RegExp(
  `\\b(?:[Cc]ontact|[Cc]all|[Ee]-?mail|[Aa]sk for|[Ss]peak (?:to|with)|[Tt]alk to|[Rr]each|[Ww]rite to|[Aa]ttention|[Ww]enden [Ss]ie sich an|[Cc]ontacte[rz]|[Cc]ontacte a|[Cc]ontattare)\\s(?:our\\s[\\p{L}\\s]{3,30},?\\s)?(${NAME})(?=\\s|[.,;:!)]|$)`,
  'u',
);
const SURE = 0.7;

/** People whom a sentence offers: by what they are, or as the one to turn to. Anybody else a sentence speaks of is only spoken of. */
export function peopleInProse(text: string): PersonInLine[] {
  const described = IS_SOMETHING.exec(text);
  if (described?.[1] !== undefined && described[2] !== undefined) {
    const title = described[2].split(/\s(?:of|for)\s(?=the\s)/)[0] ?? '';
    if (isJobTitle(title)) return personAt(text, described[1], { text: tidyTitle(title), start: text.indexOf(title) });
  }
  const titled = TITLE_THEN_NAME.exec(text);
  if (titled?.[1] !== undefined && titled[2] !== undefined && isJobTitle(titled[1]))
    return personAt(text, titled[2], { text: tidyTitle(titled[1]), start: 0 });
  const asked = TURN_TO.exec(text)?.[1];
  return asked === undefined ? [] : personAt(text, asked);
}

function personAt(text: string, written: string, title?: { text: string; start: number }): PersonInLine[] {
  const reading = personName(written);
  if (reading === undefined || (reading.confidence < SURE && title === undefined)) return [];
  const start = text.indexOf(reading.name);
  const person = {
    name: reading.name,
    start,
    end: start + reading.name.length,
    confidence: reading.confidence,
    hasCredentials: reading.hasCredentials,
    isAlone: false,
  };
  return [title === undefined ? person : { ...person, title }];
}

/** "As co-founder, Arvin brings …": not much stands before the name. */
const FURTHEST_IN = 40;
const VERB_BEHIND =
  /^(?:\s\p{Lu}[\p{L}'’-]+)?(?:[’']s\s|,?\s(?:who\s|also\s|has\s|is\s|was\s|began\s|brings\s|joined\s|started\s|grew\s|graduated\s|received\s|earned\s|holds\s|works\s|worked\s|comes\s|came\s|leads\s|lives\s|oversees\s|studied\s|specializes\s|specialises\s|attended\s|serves\s|founded\s))/u;

/** Whether a line tells of the person whose name stands alone above it ("Bill began in …" below "Walter (Bill) Babb"). */
export function tellsOf(name: string, below: string): boolean {
  const words = name
    .replace(/[()"“”]/g, ' ')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}\p{L}{1,}/u.test(word));
  return words.some((word) => {
    const at = below.indexOf(word);
    return at >= 0 && at <= FURTHEST_IN && VERB_BEHIND.test(below.slice(at + word.length));
  });
}
