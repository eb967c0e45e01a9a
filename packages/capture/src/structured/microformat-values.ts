import type { EvidenceNode } from '../evidence.ts';
import { type Place, textOf } from '../page-text.ts';
import { classesOf } from '../webmail/webmail-page.ts';
import { hasNewerProperty, rootsOf, type ValueKind } from './microformat-names.ts';
import type { PropertyTree } from './property-tree.ts';

/** Text as a reader of the page takes it, pictures by their alternative text. */
function shownText(node: EvidenceNode): string {
  let text = '';
  for (const child of node.children) {
    if (typeof child === 'string') text += child;
    else if (child.hidden === true) continue;
    else if (child.tag === 'img') text += ` ${child.attrs?.['alt'] ?? ''} `;
    else if (child.tag === 'br') text += ' ';
    else text += shownText(child);
  }
  return text;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What an element says by itself, before its text: a title of an abbreviation, a datum, a picture's alternative. */
function ownValue({ tag, attrs = {} }: EvidenceNode): string | undefined {
  if ((tag === 'abbr' || tag === 'link') && attrs['title'] !== undefined) return attrs['title'];
  if ((tag === 'data' || tag === 'input' || tag === 'meter') && attrs['value'] !== undefined) return attrs['value'];
  if (tag === 'time') return attrs['datetime'];
  if (tag === 'img' || tag === 'area') return attrs['alt'];
  return undefined;
}

/** Where a link, picture or object leads. */
function ownAddress({ tag, attrs = {} }: EvidenceNode): string | undefined {
  if (tag === 'a' || tag === 'area' || tag === 'link') return attrs['href'];
  if (tag === 'object') return attrs['data'];
  return tag === 'img' || tag === 'audio' || tag === 'video' ? attrs['src'] : undefined;
}

/** Parts with the class `value`, which together are the value (the value-class pattern). */
function valueParts(place: Place, tree: PropertyTree): EvidenceNode[] {
  const parts: EvidenceNode[] = [];
  const visit = (at: Place): void => {
    for (const child of tree.childrenOf(at)) {
      if (classesOf(child.node).includes('value')) parts.push(child.node);
      else if (rootsOf(classesOf(child.node)).types.length === 0) visit(child);
    }
  };
  visit(place);
  return parts;
}

const PHONE_SCHEME = /^(tel|fax|sms|callto):/i;
const KINDS: readonly [name: string, type: RegExp][] = [
  ['faxNumber', /^fax$/i],
  ['mobile', /^(?:cell|mobile)$/i],
];

/** The types a telephone names in elements of the class `type`. */
function typesOf(place: Place, tree: PropertyTree): string[] {
  return tree.childrenOf(place).flatMap((child) => {
    const own = classesOf(child.node).includes('type') ? [ownValue(child.node) ?? textOf(child.node)] : [];
    return [...own, ...typesOf(child, tree)];
  });
}

/** The value of a property, and under which name it counts: a telephone may turn out a fax. */
export function propertyValues(
  place: Place,
  kind: ValueKind,
  name: string,
  tree: PropertyTree,
): { name: string; text: string }[] {
  const { node } = place;
  const parts = valueParts(place, tree);
  const linked = ownAddress(node);
  if (name === 'telephone') return phoneOf(place, parts, linked, tree);
  if (kind === 'address' && linked !== undefined) return [{ name, text: linked.trim() }];
  if (parts.length > 0) {
    const texts = parts.map((part) => ownValue(part) ?? textOf(part));
    return [{ name, text: folded(texts.join(name === 'name' ? ' ' : '')) }];
  }
  const text = folded(ownValue(node) ?? shownText(node));
  return text === '' ? [] : [{ name, text }];
}

function phoneOf(
  place: Place,
  parts: readonly EvidenceNode[],
  linked: string | undefined,
  tree: PropertyTree,
): { name: string; text: string }[] {
  const scheme = linked === undefined ? undefined : /^([a-z]+):/i.exec(linked)?.[1]?.toLowerCase();
  if (scheme !== undefined && !PHONE_SCHEME.test(linked ?? '')) return [];
  const types = typesOf(place, tree);
  // A number under many types is whatever its first useful one says; under all of them it is a telephone.
  const kind = types.length > 4 ? undefined : KINDS.find(([, type]) => types.some((one) => type.test(one.trim())))?.[0];
  const text =
    linked !== undefined && scheme !== undefined
      ? linked.replace(PHONE_SCHEME, '')
      : parts.length > 0
        ? parts.map((part) => ownValue(part) ?? textOf(part)).join(' ')
        : (ownValue(place.node) ?? shownText(place.node));
  return [{ name: kind ?? (scheme === 'fax' ? 'faxNumber' : 'telephone'), text: folded(text) }];
}

const isCard = (node: EvidenceNode): boolean => rootsOf(classesOf(node)).types.length > 0;

/** The only element among the children, if it opens nothing of its own. */
function onlyChild(place: Place, tree: PropertyTree, passes: (node: EvidenceNode) => boolean): Place | undefined {
  const fitting = tree.childrenOf(place).filter((child) => passes(child.node));
  return fitting.length === 1 && fitting[0] !== undefined && !isCard(fitting[0].node) ? fitting[0] : undefined;
}

/** The child of an element that has no other, if it opens nothing of its own. */
function soleChild(place: Place, tree: PropertyTree): Place | undefined {
  const [child, other] = tree.childrenOf(place);
  return child === undefined || other !== undefined || isCard(child.node) ? undefined : child;
}

const namesItself = (node: EvidenceNode): boolean =>
  ((node.tag === 'img' || node.tag === 'area') && (node.attrs?.['alt'] ?? '') !== '') ||
  (node.tag === 'abbr' && node.attrs?.['title'] !== undefined);

/** The name of a card that marks none: its own alternative text, that of its only child, its text (microformats2, 1.3.5). */
export function impliedName(place: Place, tree: PropertyTree): string {
  if (hasNewerProperty(classesBelow(place, tree), 'p e')) return '';
  const { node } = place;
  if (namesItself(node)) return folded(ownValue(node) ?? '');
  const only = soleChild(place, tree);
  const child = only !== undefined && namesItself(only.node) ? only : undefined;
  if (child !== undefined) return folded(ownValue(child.node) ?? '');
  const sole = only === undefined ? undefined : soleChild(only, tree);
  const deeper = sole !== undefined && namesItself(sole.node) ? sole : undefined;
  return folded(deeper === undefined ? shownText(node) : (ownValue(deeper.node) ?? ''));
}

function classesBelow(place: Place, tree: PropertyTree): string[] {
  return tree.childrenOf(place).flatMap((child) => [...classesOf(child.node), ...classesBelow(child, tree)]);
}

const leadsAway = (node: EvidenceNode): boolean =>
  (node.tag === 'a' || node.tag === 'area') && node.attrs?.['href'] !== undefined;

/** Where a card leads that marks no address: its own link, or that of its only one. */
export function impliedUrl(place: Place, tree: PropertyTree): string | undefined {
  if (leadsAway(place.node)) return place.node.attrs?.['href'];
  const child = onlyChild(place, tree, leadsAway);
  if (child !== undefined) return child.node.attrs?.['href'];
  const only = tree.childrenOf(place);
  const deeper =
    only.length === 1 && only[0] !== undefined && !isCard(only[0].node)
      ? onlyChild(only[0], tree, leadsAway)
      : undefined;
  return deeper?.node.attrs?.['href'];
}
