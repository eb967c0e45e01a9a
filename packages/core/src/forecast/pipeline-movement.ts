/** A deal as it stood at the end of a day, seen from one period and the people whose pipeline it is. */
export type SnapshotOpportunity = {
  readonly id: string;
  readonly state: 'open' | 'won' | 'lost';
  /** Null when nobody had said. */
  readonly amount: number | null;
  /** Was it expected to close, or did it close, in the period? */
  readonly isInPeriod: boolean;
};

/**
 * What moved the open pipeline of a period: created since; pulled in and pushed out by their close day; amounts grown and shrunk; won, lost;
 * opened again; come from and gone to elsewhere (another owner, or archived).
 */
export const movementKinds = [
  'new',
  'joined',
  'reopened',
  'pulled',
  'grown',
  'shrunk',
  'pushed',
  'won',
  'lost',
  'left',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One deal's part; `amount` is below zero where the pipeline became smaller. */
export type MovementPart = { readonly kind: MovementKind; readonly id: string; readonly amount: number };

export type Movement = { readonly start: number; readonly end: number; readonly parts: readonly MovementPart[] };

/**
 * The bridge between the open pipelines of two days: `end = start + Σ parts`, to the unit. A deal that was won with another amount than it
 * stood with has grown or shrunk first, so that `won` is what was won. An amount that nobody has said adds nothing; saying it is growth.
 * @param isNew was a deal that was not there before created since? else it came from elsewhere
 * Throws RangeError when a snapshot holds a deal twice.
 */
export function pipelineMovement(
  before: readonly SnapshotOpportunity[],
  after: readonly SnapshotOpportunity[],
  isNew: (id: string) => boolean,
): Movement {
  const [then, now] = [byId(before), byId(after)];
  const ids = [...new Set([...then.keys(), ...now.keys()])].sort();
  const parts = ids.flatMap((id) => partsOf(id, then.get(id), now.get(id), isNew));
  return { start: total(before), end: total(after), parts };
}

const counts = (deal: SnapshotOpportunity): boolean => deal.state === 'open' && deal.isInPeriod;
const amountOf = ({ amount }: SnapshotOpportunity): number => amount ?? 0;
const total = (deals: readonly SnapshotOpportunity[]): number =>
  deals.filter(counts).reduce((sum, deal) => sum + amountOf(deal), 0);

function partsOf(
  id: string,
  then: SnapshotOpportunity | undefined,
  now: SnapshotOpportunity | undefined,
  isNew: (id: string) => boolean,
): MovementPart[] {
  const part = (kind: MovementKind, amount: number): MovementPart => ({ kind, id, amount });
  const had = then !== undefined && counts(then) ? amountOf(then) : null;
  if (now === undefined) return had === null ? [] : [part('left', -had)];
  const has = amountOf(now);
  if (had === null) {
    if (!counts(now)) return [];
    if (then === undefined) return [part(isNew(id) ? 'new' : 'joined', has)];
    return [part(then.state === 'open' ? 'pulled' : 'reopened', has)];
  }
  const change = has === had ? [] : [part(has > had ? 'grown' : 'shrunk', has - had)];
  if (counts(now)) return change;
  return [...change, part(now.state === 'open' ? 'pushed' : now.state, -has)];
}

function byId(deals: readonly SnapshotOpportunity[]): ReadonlyMap<string, SnapshotOpportunity> {
  const found = new Map(deals.map((deal) => [deal.id, deal]));
  if (found.size < deals.length) throw new RangeError('A snapshot holds each deal once.');
  return found;
}
