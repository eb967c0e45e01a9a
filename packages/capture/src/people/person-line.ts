import { namesPosition } from '../vocabulary/job-titles.ts';
import { namesOrganisation } from '../vocabulary/legal-forms.ts';
import { isJobTitle, tidyTitle } from './job-title.ts';
import { type NameReading, personName } from './person-name.ts';

type Piece = { text: string; start: number };

/** A person as one line names them; `title` and `company` are there when the same line says them. */
export type PersonInLine = {
  name: string;
  start: number;
  end: number;
  title?: Piece;
  company?: Piece;
  confidence: number;
  hasCredentials: boolean;
  /** Whether the line says nothing but the name. */
  isAlone: boolean;
};

const LONGEST = 260;
/** Two capitals in two words, or a script that has no capitals. */
const MAY_NAME = /\p{Lu}.*\s.*\p{Lu}|[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]/u;
const LONGEST_PROSE = 120;
/** What a line says from here on is how to reach someone, not who they are. */
const CONTACT_BEHIND =
  /\(?(?:\bext(?:ension)?\b\.?|\bex[.:]|\bx\d|\btel\b|\bphone\b|\bmobile\b|\be-?mail\b|[\w.+-]+@|\+?\(?\d{3}|https?:|www\.)/i;
const STRONG_SEPARATOR = /\s*(?:\s[-–—\ufffd]+\s|[–—]\s?|\s[-]|\||•|·|;|:\s|\s\/\s|\s{2,}|\()\s*/gu;

/** Reads the people a line names: "Name", "Title – Name, CPA", "Name (Title)", "Name, Title, Company". Prose names nobody. */
export function peopleInLine(text: string): PersonInLine[] {
  if (!MAY_NAME.test(text)) return [];
  if (text.length > LONGEST) return leadingName(text);
  const contactAt = text.search(CONTACT_BEHIND);
  const said = contactAt < 0 ? text : text.slice(0, contactAt);
  const pieces =
    personName(said) === undefined
      ? piecesOf(said)
      : [{ text: said.trim(), start: said.length - said.trimStart().length }];
  const named = pieces.flatMap((piece) => readPiece(piece));
  if (named.length === 0) return leadingName(text);
  if (said.length > LONGEST_PROSE && named.every((person) => person.title === undefined)) return [];
  const first = named[0];
  if (named.length === 1 && first !== undefined) return [withNeighbours(first, pieces, said)];
  const title = pieces.find((piece) => isJobTitle(piece.text) && !named.some((person) => person.start === piece.start));
  return named.map((person) =>
    person.title === undefined && title !== undefined ? { ...person, title: tidied(title), isAlone: false } : person,
  );
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(STRONG_SEPARATOR)) {
    pieces.push({ text: text.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(start), start });
  return pieces.map(trimmed).filter((piece) => piece.text.length > 1);
}

function trimmed(piece: Piece): Piece {
  const lead = /^[\s,"“”*>)-]*/u.exec(piece.text)?.[0].length ?? 0;
  return { text: piece.text.slice(lead).replace(/[\s,)"“”]+$/u, ''), start: piece.start + lead };
}

const tidied = (piece: Piece): Piece => ({ text: tidyTitle(piece.text), start: piece.start });

/** One piece: a name, a name with credentials, or a list with commas whose first or last part is a name. */
function readPiece(piece: Piece): PersonInLine[] {
  const whole = personName(piece.text);
  if (whole !== undefined) return [personOf(whole, piece)];
  const titled = nameThenTitle(piece);
  if (titled !== undefined) return [titled];
  const parts = commaParts(piece);
  if (parts.length < 2 || parts.length > 5) return [];
  const names = parts.map((part) => personName(part.text));
  const first = names[0];
  const firstPart = parts[0];
  if (first !== undefined && firstPart !== undefined) {
    const others = parts.slice(1);
    if (others.every((_part, index) => (names[index + 1]?.confidence ?? 0) >= 0.5)) {
      return parts.map((part, index) => personOf(names[index] ?? first, part));
    }
    return [withParts(personOf(first, firstPart), others)];
  }
  const lastName = names.at(-1);
  const lastPart = parts.at(-1);
  const before = piece.text.slice(0, (lastPart?.start ?? 0) - piece.start).replace(/[\s,]+$/, '');
  if (lastName === undefined || lastPart === undefined || !isJobTitle(before)) return [];
  return [{ ...personOf(lastName, lastPart), title: tidied({ text: before, start: piece.start }), isAlone: false }];
}

/** "Jane Doe Professor": a sure name and a position with nothing between them. */
function nameThenTitle(piece: Piece): PersonInLine | undefined {
  const words = piece.text.split(' ');
  if (words.length < 3 || !namesPosition(piece.text)) return undefined;
  for (let count = 3; count >= 2; count -= 1) {
    const reading = personName(words.slice(0, count).join(' '));
    const rest = words.slice(count).join(' ');
    if (reading === undefined || reading.confidence < 0.7 || !/^\p{Lu}/u.test(rest) || !isJobTitle(rest)) continue;
    const person = personOf(reading, piece);
    return {
      ...person,
      title: tidied({ text: rest, start: piece.start + piece.text.length - rest.length }),
      isAlone: false,
    };
  }
  return undefined;
}

function commaParts(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let start = 0;
  for (const match of piece.text.matchAll(/[,，、]\s*|\s(?:and|und|et|&)\s(?=\p{Lu}\p{Ll}+\s\p{Lu})/gu)) {
    parts.push(trimmed({ text: piece.text.slice(start, match.index), start: piece.start + start }));
    start = match.index + match[0].length;
  }
  parts.push(trimmed({ text: piece.text.slice(start), start: piece.start + start }));
  return parts.filter((part) => part.text !== '');
}

function withParts(person: PersonInLine, parts: readonly Piece[]): PersonInLine {
  const title = parts.find((part) => isJobTitle(part.text));
  const company = parts.find((part) => part !== title && namesOrganisation(part.text) && part.text.length < 70);
  // "Name, Director, Finance" is one title with a comma inside.
  const isLast = title !== undefined && parts.at(-1) !== title && company === undefined && parts.length === 2;
  const joined =
    isLast && title !== undefined && parts.indexOf(title) === 0
      ? { text: parts.map((part) => part.text).join(', '), start: title.start }
      : title;
  return {
    ...person,
    ...(joined && { title: tidied(joined) }),
    ...(company && { company }),
    isAlone: person.isAlone && joined === undefined && company === undefined,
  };
}

function personOf(reading: NameReading, piece: Piece): PersonInLine {
  const at = piece.text.indexOf(reading.name);
  const start = piece.start + Math.max(0, at);
  return {
    name: reading.name,
    start,
    end: start + reading.name.length,
    confidence: reading.confidence,
    hasCredentials: reading.hasCredentials,
    isAlone: true,
  };
}

/** Takes title and company from the pieces beside the name: "Title – Name", "Name – Title". */
function withNeighbours(person: PersonInLine, pieces: readonly Piece[], said: string): PersonInLine {
  const index = pieces.findIndex(
    (piece) => person.start >= piece.start && person.start <= piece.start + piece.text.length,
  );
  const isAlone =
    person.isAlone &&
    said.replace(/^[\s•*–-]+|[\s,;:.(–-]+$/g, '').length <= person.end - person.start + 18 &&
    pieces.length === 1;
  const result = { ...person, isAlone };
  if (result.title === undefined) {
    const title = [pieces[index + 1], pieces[index - 1], pieces[index + 2]].find(
      (piece) => piece !== undefined && isJobTitle(piece.text),
    );
    if (title !== undefined) result.title = tidied(title);
  }
  if (result.company === undefined) {
    const company = pieces.find(
      (piece, at) =>
        at !== index && piece.start !== result.title?.start && namesOrganisation(piece.text) && piece.text.length < 70,
    );
    if (company !== undefined) result.company = company;
  }
  return result;
}

/** "Owner and founder: Hugh Stearns once ran …": a position, a colon, and prose that opens with a sure name. */
function leadingName(text: string): PersonInLine[] {
  const match = /^([^:.]{3,50}):\s+((?:\p{Lu}[\p{L}'’.-]*\s){2,3})(?=\p{Ll})/u.exec(text);
  const title = match?.[1];
  if (match?.[2] === undefined || title === undefined || !isJobTitle(title)) return [];
  const reading = personName(match[2].trim());
  if (reading === undefined || reading.confidence < 0.7) return [];
  const start = match[0].length - match[2].length;
  return [
    {
      name: reading.name,
      start,
      end: start + reading.name.length,
      title: { text: tidyTitle(title), start: 0 },
      confidence: reading.confidence,
      hasCredentials: reading.hasCredentials,
      isAlone: false,
    },
  ];
}
