/**
 * Who decides at a customer, and how each of them stands. The roles are those of Webster & Wind (1972), "A general model for
 * understanding organizational buying behavior"; the champion, who sells for us within, is that of later sales practice.
 */
export const buyingRoles = ['decider', 'buyer', 'influencer', 'user', 'gatekeeper', 'champion'] as const;
export type BuyingRole = (typeof buyingRoles)[number];
export const stances = ['for', 'open', 'against'] as const;
export type Stance = (typeof stances)[number];

/** One of a buying centre. Null is not known: of `influence` (1 little, 3 much), of the stance, of whom they report to. */
export type Member = {
  readonly id: string;
  readonly role: BuyingRole | null;
  readonly influence: 1 | 2 | 3 | null;
  readonly stance: Stance | null;
  readonly reportsToId: string | null;
};
/** Two who know each other, in no order. */
export type Tie = { readonly aId: string; readonly bId: string };

/** The roles that nobody has, in the order of `buyingRoles`. */
export const missingRoles = (members: readonly Pick<Member, 'role'>[]): BuyingRole[] =>
  buyingRoles.filter((role) => !members.some((member) => member.role === role));

/** Would somebody report to themselves, over however many, if they reported to `reportsToId`? */
export function wouldCircle(
  members: readonly Pick<Member, 'id' | 'reportsToId'>[],
  id: string,
  reportsToId: string | null,
): boolean {
  const above = new Map(members.map((member) => [member.id, member.reportsToId]));
  const met = new Set<string>([id]);
  for (let at = reportsToId; at !== null; at = above.get(at) ?? null) {
    if (met.has(at)) return at === id;
    met.add(at);
  }
  return false;
}

/** A chain of acquaintances, from somebody who is for us to somebody who is to be won: their ids, both ends among them. */
export type WayIn = { readonly toId: string; readonly path: readonly string[] };

/** To be won: those who decide or have the most influence, and are not for us yet. */
const isToWin = ({ role, influence, stance }: Member): boolean =>
  (role === 'decider' || influence === 3) && stance !== 'for';

/**
 * For each who is to be won the shortest chain of people who know each other (who reports to somebody knows them) from somebody who is
 * for us: who could speak for us, and by whom. Breadth first; of chains of one length the one whose ids come first. Those whom no chain
 * reaches have an empty path.
 * @param members in any order; ties to others than them, and of one with themselves, count for nothing
 */
export function waysIn(members: readonly Member[], ties: readonly Tie[]): WayIn[] {
  const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const knows = acquaintances(sorted, ties);
  const cameBy = new Map<string, string | null>();
  const queue = sorted.filter(({ stance }) => stance === 'for').map(({ id }) => id);
  for (const id of queue) cameBy.set(id, null);
  for (const id of queue)
    for (const other of knows.get(id) ?? [])
      if (!cameBy.has(other)) {
        cameBy.set(other, id);
        queue.push(other);
      }
  return sorted.filter(isToWin).map(({ id }) => {
    const path: string[] = [];
    if (cameBy.has(id)) for (let at: string | null = id; at !== null; at = cameBy.get(at) ?? null) path.unshift(at);
    return { toId: id, path };
  });
}

function acquaintances(members: readonly Member[], ties: readonly Tie[]): Map<string, string[]> {
  const knows = new Map<string, Set<string>>(members.map(({ id }) => [id, new Set()]));
  const meet = (a: string, b: string) => {
    if (a === b || !knows.has(a) || !knows.has(b)) return;
    knows.get(a)?.add(b);
    knows.get(b)?.add(a);
  };
  for (const { aId, bId } of ties) meet(aId, bId);
  for (const { id, reportsToId } of members) if (reportsToId !== null) meet(id, reportsToId);
  return new Map([...knows].map(([id, others]) => [id, [...others].sort()]));
}
