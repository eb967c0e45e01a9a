import { closest, type Line, type PageText, type Place } from './page-text.ts';

const ASIDE_NAMES = /testimonial|review|comment|feedback|quote|customers?[\s_-]?say|clients?[\s_-]?say|评价|口碑|留言/i;
const ASIDE_HEADING =
  /^(?:.{0,40}\b)?(?:testimonials?|reviews?|comments?|what (?:our |my |the )?(?:customers?|clients?|people|others|patients|students|users)[\w\s,&]{0,20} (?:say|said|think|are saying)|(?:customer|client)s? (?:comments|stories|feedback|quotes|say)|kundenstimmen|referenzen|témoignages|avis clients|testimonios|opiniones|recensioni|客户评价|用户评价|客戶見證|お客様の声|후기|отзывы)\b.{0,30}$/iu;
const LONGEST_HEADING = 70;

/** Tells which lines belong to testimonials, reviews or comments: people named there are quoted, not offered. */
export function asideLines(page: PageText): (line: Line) => boolean {
  const aside = new Set<number>();
  const isAsidePage = ASIDE_HEADING.test((page.evidence.title.split(/\s[|–—-]\s/)[0] ?? '').trim());
  let underHeading = false;
  const isNamedAside = namedAside();
  for (const line of page.lines) {
    const isHeading =
      /^h[1-6]$/.test(line.block.node.tag) || closest(line.block, (node) => /^h[1-6]$/.test(node.tag)) !== null;
    if (isHeading) underHeading = line.text.length <= LONGEST_HEADING && ASIDE_HEADING.test(line.text);
    if (isAsidePage || underHeading || isNamedAside(line.block)) aside.add(line.index);
  }
  return (line) => aside.has(line.index);
}

/** Whether an element, or one around it, is called a testimonial; each is looked at once. */
function namedAside(): (place: Place) => boolean {
  const known = new Map<Place, boolean>();
  const isNamed = (place: Place): boolean => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const { tag, attrs } = place.node;
    const answer =
      tag === 'blockquote' || ASIDE_NAMES.test(nameOf(attrs)) || (place.parent !== null && isNamed(place.parent));
    known.set(place, answer);
    return answer;
  };
  return isNamed;
}

const nameOf = (attrs: Record<string, string> | undefined): string =>
  attrs === undefined ? '' : `${attrs['class'] ?? ''} ${attrs['id'] ?? ''} ${attrs['itemtype'] ?? ''}`;
