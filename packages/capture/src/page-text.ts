import type { EvidenceNode, PageEvidence } from './evidence.ts';

/** An element with its place in the tree. `order` counts elements in document order; `last` is the greatest order below it. */
export type Place = {
  node: EvidenceNode;
  parent: Place | null;
  depth: number;
  order: number;
  last: number;
};

/** From `start` on, a line's text stands directly in the element at `place`. */
export type Segment = { start: number; place: Place };

/** A picture, icon or other thing without text, standing before the character at `start`, with the words it stands for. */
export type Icon = { start: number; words: string; place: Place };

/**
 * What a reader of the page sees as one line of text: the run between two block edges or line breaks, white space folded.
 * `block` is the nearest block element around it.
 */
export type Line = { index: number; text: string; block: Place; segments: Segment[]; icons: Icon[] };

/** A page as lines of visible text and places; hidden elements have places but no lines. */
export type PageText = { evidence: PageEvidence; lines: Line[]; places: Place[] };

const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frame h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main menu nav ol optgroup option p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** What a visitor chooses from or types into; none of it is said by the page. */
const FORM_TAGS = new Set(['select', 'textarea', 'option', 'datalist']);

const LONGEST_LINE = 6000;

/** Where a piece that starts here ends: at the text's end, else at the last blank that fits. */
function cutOf(raw: string, start: number): number {
  if (raw.length - start <= LONGEST_LINE) return raw.length;
  const blank = raw.lastIndexOf(' ', start + LONGEST_LINE);
  return blank > start ? blank + 1 : start + LONGEST_LINE;
}

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const STARTS_WITH_WORD = /^[\p{L}\p{N}]/u;

const linkAround = (place: Place): Place | null => closest(place, (node) => node.tag === 'a');

class LineWriter {
  readonly lines: Line[] = [];
  private text = '';
  private segments: Segment[] = [];
  private icons: Icon[] = [];
  private block: Place;

  constructor(block: Place) {
    this.block = block;
  }

  /** Text longer than any line is cut into pieces, so that no search over a line takes long. */
  write(raw: string, place: Place): void {
    for (let start = 0; start < raw.length; ) {
      const end = cutOf(raw, start);
      if (this.text.length + end - start > LONGEST_LINE) this.end(this.block);
      this.writeLines(raw.slice(start, end), place);
      start = end;
    }
  }

  private writeLines(raw: string, place: Place): void {
    if (!raw.includes('\n')) {
      this.append(raw, place);
      return;
    }
    const parts = raw.split('\n');
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.end(this.block);
      this.append(part, place);
    }
  }

  private append(raw: string, place: Place): void {
    let text = fold(raw);
    if (this.text === '' || this.text.endsWith(' ')) text = text.replace(/^ /, '');
    if (text === '') return;
    if (this.isBetweenTexts(text, place)) this.text += ' ';
    if (this.segments.at(-1)?.place !== place) this.segments.push({ start: this.text.length, place });
    this.text += text;
  }

  /** Two links side by side are two texts, even where only their padding keeps them apart; so are digits beside a word. */
  private isBetweenTexts(text: string, place: Place): boolean {
    const before = this.segments.at(-1)?.place;
    if (before === undefined || before === place || !ENDS_IN_WORD.test(this.text) || !STARTS_WITH_WORD.test(text))
      return false;
    const isDigitBesideWord = /\d$/.test(this.text) !== /^\d/.test(text);
    return isDigitBesideWord || linkAround(before) !== linkAround(place);
  }

  mark(words: string, place: Place): void {
    this.icons.push({ start: this.text.length, words, place });
  }

  /** Ends the line; the next stands in `block`. */
  end(block: Place): void {
    const text = this.text.endsWith(' ') ? this.text.slice(0, -1) : this.text;
    if (text !== '') {
      this.lines.push({
        index: this.lines.length,
        text,
        block: this.block,
        segments: this.segments,
        icons: this.icons,
      });
      this.icons = [];
    }
    this.text = '';
    this.segments = [];
    this.block = block;
  }
}

/** Most text is ASCII with single blanks, and stays as it is. */
const NEEDS_FOLDING = /[^ -~]| {2}/;

/** Blanks of every width become one; what has no width and joins nothing goes. Keeps U+3000 a blank, so CJK columns stay apart. */
function fold(raw: string): string {
  if (!NEEDS_FOLDING.test(raw)) return raw;
  return raw
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ');
}

/** Lays a page out as the lines a visitor reads. */
export function pageText(evidence: PageEvidence): PageText {
  const places: Place[] = [];
  const root = addPlace(evidence.root, null, places);
  const writer = new LineWriter(root);
  layOut(root, writer, places);
  writer.end(root);
  return { evidence, lines: writer.lines, places };
}

function addPlace(node: EvidenceNode, parent: Place | null, places: Place[]): Place {
  const place = {
    node,
    parent,
    depth: parent === null ? 0 : parent.depth + 1,
    order: places.length,
    last: places.length,
  };
  places.push(place);
  return place;
}

function layOut(place: Place, writer: LineWriter | null, places: Place[]): void {
  for (const child of place.node.children) {
    if (typeof child === 'string') {
      writer?.write(child, place);
      continue;
    }
    const below = addPlace(child, place, places);
    const isSilent = child.hidden === true || FORM_TAGS.has(child.tag);
    if (isSilent || writer === null) {
      layOut(below, null, places);
    } else if (child.tag === 'br') {
      writer.end(nearestBlock(place));
    } else {
      layOutShown(below, writer, places);
    }
  }
  place.last = places.length - 1;
}

function layOutShown(place: Place, writer: LineWriter, places: Place[]): void {
  const isBlock = BLOCK_TAGS.has(place.node.tag);
  if (isBlock) writer.end(place);
  const words = iconWords(place.node);
  if (words !== '') writer.mark(words, place);
  layOut(place, writer, places);
  if (isBlock) writer.end(nearestBlock(place.parent ?? place));
}

function nearestBlock(place: Place): Place {
  let at = place;
  while (at.parent !== null && !BLOCK_TAGS.has(at.node.tag)) at = at.parent;
  return at;
}

/** The words an element without text of its own stands for: a picture's alt, an icon's class or label. */
function iconWords(node: EvidenceNode): string {
  const attrs = node.attrs;
  if (attrs === undefined) return '';
  if (node.tag === 'img') return attrs['alt'] ?? attrs['title'] ?? '';
  if (node.children.some((child) => typeof child !== 'string' || child.trim() !== '')) return '';
  const label = attrs['aria-label'] ?? attrs['title'];
  if (label !== undefined) return label;
  return (attrs['class'] ?? '').replace(/[-_]+/g, ' ');
}

/** Whether `inner` is `outer` or stands below it. */
export const isWithin = (inner: Place, outer: Place): boolean =>
  inner.order >= outer.order && inner.order <= outer.last;

/** The element a character of a line stands directly in. */
export function placeAt(line: Line, offset: number): Place {
  let found = line.segments[0]?.place ?? line.block;
  for (const segment of line.segments) {
    if (segment.start > offset) break;
    found = segment.place;
  }
  return found;
}

/** The nearest element, from `place` upward, that passes. */
export function closest(place: Place, passes: (node: EvidenceNode) => boolean): Place | null {
  for (let at: Place | null = place; at !== null; at = at.parent) if (passes(at.node)) return at;
  return null;
}

/** A CSS path from `body` that finds the element again in the live page. */
export function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let at: Place | null = place; at !== null; at = at.parent) {
    steps.push(at.parent === null ? 'body' : `${at.node.tag}:nth-child(${at.node.nth})`);
  }
  return steps.reverse().join(' > ');
}

/** All text below a node, as one line. `textOf(node, { hidden: true })` reads what the page does not show as well. */
export function textOf(node: EvidenceNode): string {
  return fold(rawTextOf(node)).trim();
}

function rawTextOf(node: EvidenceNode): string {
  let text = '';
  for (const child of node.children) {
    if (typeof child === 'string') text += child;
    else if (child.tag === 'br' || BLOCK_TAGS.has(child.tag)) text += ` ${rawTextOf(child)} `;
    else text += rawTextOf(child);
  }
  return text;
}
