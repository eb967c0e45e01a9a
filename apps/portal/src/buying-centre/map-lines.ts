import type { BuyingCentreView } from '@milepost/contract/buying-centre';
import { layOut } from '@milepost/core/buying-centre/lay-out';

/** Sizes of the map in pixels: a card, and what lies between two. */
export const card = { width: 176, height: 92, across: 24, down: 44 } as const;
const perRow = 4;

export type MapCard = { id: string; x: number; y: number };
/** A line between two cards, as the path of an SVG. */
export type MapLine = { key: string; d: string; kind: 'reports' | 'knows' };
export type CentreMap = { width: number; height: number; cards: readonly MapCard[]; lines: readonly MapLine[] };

/** Where the cards of a buying centre stand, in reading order, and the lines between them. */
export function mapOf({ members, ties }: Pick<BuyingCentreView, 'members' | 'ties'>): CentreMap {
  const layout = layOut(members, perRow);
  const cards = layout.places
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map(({ id, column, row }) => ({
      ...{ id, x: column * (card.width + card.across), y: row * (card.height + card.down) },
    }));
  const at = new Map(cards.map((one) => [one.id, one]));
  const lines: MapLine[] = [];
  for (const { id, reportsToId } of members) {
    const [below, above] = [at.get(id), reportsToId === null ? undefined : at.get(reportsToId)];
    if (below && above) lines.push({ key: `reports ${id}`, kind: 'reports', d: elbow(above, below) });
  }
  for (const { id, aId, bId } of ties) {
    const [a, b] = [at.get(aId), at.get(bId)];
    if (a && b) lines.push({ key: `knows ${id}`, kind: 'knows', d: curve(a, b) });
  }
  return {
    width: Math.max(0, layout.columns * (card.width + card.across) - card.across),
    height: Math.max(0, layout.rows * (card.height + card.down) - card.down),
    cards,
    lines,
  };
}

/** From the foot of one card to the head of another, by right angles. */
function elbow(above: MapCard, below: MapCard): string {
  const [from, to] = [above.x + card.width / 2, below.x + card.width / 2];
  const [foot, head] = [above.y + card.height, below.y];
  return `M${from} ${foot}V${(foot + head) / 2}H${to}V${head}`;
}

/** From card to card, bowed beside a straight way, so that it is not taken for one who reports. */
function curve(a: MapCard, b: MapCard): string {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  if (left.y === right.y) {
    const y = left.y + card.height;
    const [from, to] = [left.x + card.width * 0.7, right.x + card.width * 0.3];
    return `M${from} ${y}Q${(from + to) / 2} ${y + card.down * 0.8} ${to} ${y}`;
  }
  const [upper, lower] = left.y < right.y ? [left, right] : [right, left];
  if (right.x - left.x < card.width) {
    const [from, to] = [upper.x + card.width, lower.x + card.width];
    const [top, foot] = [upper.y + card.height / 2, lower.y + card.height / 2];
    return `M${from} ${top}C${from + card.across} ${top} ${to + card.across} ${foot} ${to} ${foot}`;
  }
  const isDownRight = upper === left;
  const from = upper.x + card.width * (isDownRight ? 0.8 : 0.2);
  const to = lower.x + card.width * (isDownRight ? 0.2 : 0.8);
  const [foot, head, bow] = [upper.y + card.height, lower.y, card.down * 0.7];
  return `M${from} ${foot}C${from} ${foot + bow} ${to} ${head - bow} ${to} ${head}`;
}
