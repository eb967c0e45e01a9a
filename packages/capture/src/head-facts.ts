import type { EvidenceLink, EvidenceMeta, EvidenceScript } from './evidence.ts';
import { type ElementLike, isElement, isNode, type NodeLike } from './node-like.ts';

/** What a document says of itself outside its text. */
export type HeadFacts = {
  base: string;
  meta: EvidenceMeta[];
  links: EvidenceLink[];
  jsonLd: string[];
  dataScripts: EvidenceScript[];
};

/** As deep as browsers nest elements. */
const DEEPEST = 512;

/** Collects facts that may stand anywhere in the document, though they belong to its head. */
export function collectHeadFacts(node: NodeLike, facts: HeadFacts, level = 0): void {
  const nodes = node.childNodes;
  for (let index = 0; index < nodes.length; index += 1) {
    const child = nodes[index];
    if (!isNode(child) || !isElement(child)) continue;
    const tag = child.localName.toLowerCase();
    if (tag === 'script') collectScript(child, facts);
    else if (tag === 'meta') collectMeta(child, facts);
    else if (tag === 'link') {
      const rel = child.getAttribute('rel') ?? '';
      const href = child.getAttribute('href') ?? '';
      if (rel !== '' && href !== '')
        facts.links.push({ rel: rel.toLowerCase(), href, type: child.getAttribute('type') ?? '' });
    } else if (tag === 'base') facts.base ||= child.getAttribute('href') ?? '';
    else if (level < DEEPEST) collectHeadFacts(child, facts, level + 1);
  }
}

function collectScript(script: ElementLike, facts: HeadFacts): void {
  const type = (script.getAttribute('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
  if (type === 'application/ld+json') facts.jsonLd.push(script.textContent ?? '');
  else if (/vcard|x-vcard|directory/.test(type)) facts.dataScripts.push({ type, text: script.textContent ?? '' });
}

function collectMeta(meta: ElementLike, facts: HeadFacts): void {
  const name = meta.getAttribute('name') ?? meta.getAttribute('property') ?? meta.getAttribute('itemprop') ?? '';
  const content = meta.getAttribute('content') ?? '';
  if (name !== '' && content !== '') facts.meta.push({ name: name.toLowerCase(), content });
}
