import type { EvidenceChild, EvidenceNode, PageEvidence } from './evidence.ts';
import { collectHeadFacts, type HeadFacts } from './head-facts.ts';
import { type DocumentLike, type ElementLike, isDocument, isElement, isNode, type NodeLike } from './node-like.ts';

export type { DocumentLike, ElementLike } from './node-like.ts';

export type WalkOptions = {
  /** Address of the page, empty when unknown. */
  url: string;
  /**
   * Whether the page shows this element, as only a browser can know (`element.checkVisibility()`, but note that it answers false
   * for `display: contents`, whose children are shown). Asked only below shown elements, and never about `meta` and `link`.
   * Without it, what the mark-up itself hides (`hidden`, `display:none`, `type=hidden`) is hidden.
   */
  isShown?: (element: ElementLike) => boolean;
};

/** Attributes kept in the evidence, beside every `data-*` of at most 300 characters. */
export const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'class',
  'role',
  'href',
  'alt',
  'title',
  'content',
  'datetime',
  'value',
  'name',
  'type',
  'rel',
  'lang',
  'src',
  'data',
  'for',
  'headers',
  'cite',
  'email',
  'aria-label',
  'aria-labelledby',
  'colspan',
  'rowspan',
  'dir',
  'itemscope',
  'itemtype',
  'itemprop',
  'itemid',
  'itemref',
  'property',
  'typeof',
  'vocab',
  'resource',
  'about',
  'prefix',
  'download',
]);

const TEXT = 3;
const SHADOW_OR_DOCUMENT = new Set([9, 11]);
const LONGEST_DATA_ATTRIBUTE = 300;

/** Never shown, and never evidence: programs, styles, drawings, media, what stands in for scripts. */
const SKIPPED_TAGS = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'canvas',
  'video',
  'audio',
  'link',
  'title',
  'noembed',
  'noframes',
]);

const WHITE_SPACE_KEPT = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext']);
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

function isHiddenByMarkup(element: ElementLike): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  const style = element.getAttribute('style');
  if (style !== null && HIDING_STYLE.test(style)) return true;
  return element.localName === 'input' && element.getAttribute('type')?.toLowerCase() === 'hidden';
}

function keptAttributes(element: ElementLike): Record<string, string> | undefined {
  let kept: Record<string, string> | undefined;
  const { attributes } = element;
  for (let index = 0; index < attributes.length; index += 1) {
    const attribute = attributes[index];
    if (attribute === undefined) continue;
    const name = attribute.name.toLowerCase();
    const value = attribute.value ?? '';
    const isKept =
      KEPT_ATTRIBUTES.has(name) ||
      (name.startsWith('data-') && value.length <= LONGEST_DATA_ATTRIBUTE) ||
      isTurnedStyle(name, value);
    if (!isKept || (name === 'src' && value.startsWith('data:'))) continue;
    kept ??= {};
    kept[name] = value;
  }
  return kept;
}

/** A style that turns text round is how some pages hide an address from robots; no other style matters to a reader. */
function isTurnedStyle(name: string, value: string): boolean {
  return name === 'style' && /direction\s*:\s*rtl|unicode-bidi/i.test(value);
}

/** What a walk knows on its way down. */
type Walk = { isHidden: (element: ElementLike) => boolean };

/** Below a hidden element nothing is shown, so the (costly) question is not put again. */
const NOTHING_HIDDEN: Walk = { isHidden: () => false };
/** Below a folded part a browser shows nothing either, but what the mark-up itself hides there stays hidden when it opens. */
const FOLDED: Walk = { isHidden: isHiddenByMarkup };

const FOLDED_ROLES = new Set(['tabpanel', 'menu', 'region']);
const FOLDED_NAMES =
  /(?:^|[\s_-])(?:accordion|collaps(?:e|ed|ible)|toggle|tab|tabs|tabpanel|tab-?pane|panel|drawer(?:body)?|fold|expand(?:ed|able)?|nav|menu|submenu|dropdown|flyout)(?:$|[\s_-]|\d)/i;

/** A part that opens when asked (a tab, an accordion's body, a menu) is closed, not hidden: a visitor reads it with one click. */
function isFoldedPart(element: ElementLike): boolean {
  if (FOLDED_ROLES.has(element.getAttribute('role') ?? '')) return true;
  return FOLDED_NAMES.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);
}
const NEVER_SHOWN_BUT_READ = new Set(['meta', 'link']);

/** Where a walk stands: how deep, and whether white space is kept there. */
type Depth = { level: number; keepsWhiteSpace: boolean };

/** Browsers nest no deeper than 512 elements; a lenient parser may, and what lies below is read as mere text. */
const DEEPEST = 512;

function childrenOf(parent: NodeLike, walk: Walk, depth: Depth): EvidenceChild[] {
  const children: EvidenceChild[] = [];
  let nth = 0;
  // Taken once: some documents make the list anew on every look.
  const nodes = parent.childNodes;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!isNode(node)) continue;
    if (node.nodeType === TEXT) appendText(children, node.nodeValue ?? '', depth.keepsWhiteSpace);
    else if (isElement(node)) {
      nth += 1;
      const child = elementOf(node, nth, walk, depth);
      if (child !== undefined) children.push(child);
    }
  }
  return children;
}

function appendText(children: EvidenceChild[], raw: string, keepsWhiteSpace: boolean): void {
  if (raw === '') return;
  const text = keepsWhiteSpace ? raw : raw.replace(/[\t\n\f\r ]+/g, ' ');
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === 'string') children[last] = before + text;
  else children.push(text);
}

function elementOf(element: ElementLike, nth: number, walk: Walk, depth: Depth): EvidenceNode | undefined {
  const tag = element.localName.toLowerCase();
  if (SKIPPED_TAGS.has(tag)) return undefined;
  const attrs = keptAttributes(element);
  const node: EvidenceNode = { tag, nth, children: [] };
  if (attrs !== undefined) node.attrs = attrs;
  const isHidden = !NEVER_SHOWN_BUT_READ.has(tag) && walk.isHidden(element);
  const isFolded = isHidden && isFoldedPart(element);
  if (isHidden && !isFolded) node.hidden = true;
  const below = { level: depth.level + 1, keepsWhiteSpace: depth.keepsWhiteSpace || WHITE_SPACE_KEPT.has(tag) };
  node.children = contentOf(element, tag, isHidden ? (isFolded ? FOLDED : NOTHING_HIDDEN) : walk, below);
  return node;
}

/** What an element shows: its shadow tree where it has one, the nodes given to a slot, a frame's own document, or its children. */
function contentOf(element: ElementLike, tag: string, walk: Walk, depth: Depth): EvidenceChild[] {
  if (depth.level > DEEPEST) return [element.textContent ?? ''];
  const shadow = element.shadowRoot;
  if (isNode(shadow) && SHADOW_OR_DOCUMENT.has(shadow.nodeType)) return childrenOf(shadow, walk, depth);
  if (tag === 'slot' && element.assignedNodes !== undefined) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return childrenOf({ nodeType: SLOTTED, childNodes: assigned }, walk, depth);
  }
  if (tag === 'iframe' || tag === 'frame') {
    const inner = frameDocumentOf(element);
    return inner?.body ? childrenOf(inner.body, walk, { ...depth, keepsWhiteSpace: false }) : [];
  }
  return childrenOf(element, walk, depth);
}

const SLOTTED = 11;

const FRAMES_OF_DOCUMENT = new Set(['html', 'head', 'body', 'frameset']);
const HEAD_ONLY = new Set(['meta', 'link', 'base', 'title']);

/**
 * What `html`, `head` and `body` hold, as one list. A browser puts everything shown into one body; lenient parsers leave
 * content in the head, or keep a second `html` or `body` where the page has one.
 */
function contentOfDocument(frame: ElementLike, walk: Walk): EvidenceChild[] {
  const children: EvidenceChild[] = [];
  let nth = 0;
  const nodes = frame.childNodes;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!isNode(node)) continue;
    if (node.nodeType === TEXT) appendText(children, node.nodeValue ?? '', false);
    if (!isElement(node)) continue;
    nth += 1;
    const tag = node.localName.toLowerCase();
    if (FRAMES_OF_DOCUMENT.has(tag)) {
      for (const child of contentOfDocument(node, walk)) children.push(child);
    } else if (frame.localName.toLowerCase() !== 'head' || !HEAD_ONLY.has(tag)) {
      const child = elementOf(node, nth, walk, { level: 0, keepsWhiteSpace: false });
      if (child !== undefined) children.push(child);
    }
  }
  return children;
}

function frameDocumentOf(element: ElementLike): DocumentLike | undefined {
  try {
    const inner = element.contentDocument;
    return isDocument(inner) ? inner : undefined;
  } catch {
    // A browser may throw instead of answering null for a frame of another origin.
    return undefined;
  }
}

/**
 * Turns a document into plain evidence, once through, without changing it. Runs in a content script, over linkedom, in tests.
 * Never throws for what a page contains.
 */
export function walkDocument(document: DocumentLike, options: WalkOptions): PageEvidence {
  const { isShown } = options;
  const walk: Walk = {
    isHidden: isShown === undefined ? isHiddenByMarkup : (element) => !isShown(element),
  };
  const facts: HeadFacts = { base: '', meta: [], links: [], jsonLd: [], dataScripts: [] };
  const top = document.documentElement;
  if (top !== null) collectHeadFacts(top, facts);
  const root: EvidenceNode = { tag: 'body', nth: 1, children: top === null ? [] : contentOfDocument(top, walk) };
  return {
    url: options.url,
    base: facts.base || options.url,
    title: (document.title ?? '').replace(/\s+/g, ' ').trim(),
    lang: top?.getAttribute('lang') ?? '',
    meta: facts.meta,
    links: facts.links,
    jsonLd: facts.jsonLd,
    dataScripts: facts.dataScripts,
    root,
  };
}
