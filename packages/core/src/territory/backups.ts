import { longestFirst } from './longest-first.ts';
import { lacking, type TerritoryAccount } from './territory.ts';

/** Somebody who may stand in: what they can do beside their own work, in the unit of the loads. */
export type Substitute = { readonly id: string; readonly spare: number; readonly skills?: readonly string[] };

/** An account that is to have a backup; accounts of one group (a parent, a region) are better with one. */
export type BackedAccount = Pick<TerritoryAccount, 'id' | 'load' | 'needs'> & {
  readonly ownerId: string;
  readonly group?: string;
};

export type Backups = {
  /** Account → who stands in. */
  readonly backups: ReadonlyMap<string, string>;
  /** Accounts nobody stands in for, and why: there is nobody else, or nobody else has what they need. */
  readonly without: readonly { readonly accountId: string; readonly reason: 'nobody-else' | 'nobody-qualified' }[];
  /** The worst of all absences: what one colleague is handed ÷ what they have to spare. Null where one without any is handed work. */
  readonly worst: number | null;
};

/**
 * A backup for every account (rule 7; chained declustering, Hsiao & DeWitt 1990): B is not A and has the skills, the worst absence
 * overload max(handed by a to b ÷ spare of b) is small, then the number of different backups of a group. Absences are one person's
 * accounts at a time, so each owner is a problem of its own: longest first, then single moves and swaps away from the fullest; then groups
 * are drawn together where that makes nobody fuller than the worst. People without anything to spare are asked when nobody else can.
 * Throws RangeError on loads and spare work that are negative or not finite, and on ids used twice.
 */
export function backups(accounts: readonly BackedAccount[], people: readonly Substitute[]): Backups {
  for (const ids of [accounts, people].map((some) => some.map(({ id }) => id)))
    if (new Set(ids).size < ids.length) throw new RangeError('An id is used twice.');
  const found = new Map<string, string>();
  const without: { accountId: string; reason: 'nobody-else' | 'nobody-qualified' }[] = [];
  const owners = Map.groupBy(accounts, ({ ownerId }) => ownerId);
  for (const [ownerId, owned] of owners) {
    const others = people.filter(({ id }) => id !== ownerId);
    const able = owned.filter((account) => {
      const isAble = others.some((one) => isQualified(account, one));
      if (!isAble)
        without.push({ accountId: account.id, reason: others.length === 0 ? 'nobody-else' : 'nobody-qualified' });
      return isAble;
    });
    const given = shareOut(able, others);
    able.forEach((account, place) => {
      found.set(account.id, (others[given[place] as number] as Substitute).id);
    });
  }
  drawTogether(accounts, people, found, worstOf(accounts, people, found));
  // Drawn together, the worst may have become less bad.
  return { backups: found, without, worst: worstOf(accounts, people, found) };
}

/** The worst of all absences under some backups, as `Backups.worst` tells it. */
function worstOf(
  accounts: readonly BackedAccount[],
  people: readonly Substitute[],
  found: ReadonlyMap<string, string>,
): number | null {
  const spareOf = new Map(people.map(({ id, spare }) => [id, spare]));
  let worst = 0;
  for (const owned of Map.groupBy(accounts, ({ ownerId }) => ownerId).values()) {
    const loads = new Map<string, number>();
    for (const { id, load } of owned) {
      const to = found.get(id);
      if (to !== undefined) loads.set(to, (loads.get(to) ?? 0) + load);
    }
    for (const [id, load] of loads) {
      const spare = spareOf.get(id) ?? 0;
      if (load > 0 && spare === 0) return null;
      if (load > 0) worst = Math.max(worst, load / spare);
    }
  }
  return worst;
}

const isQualified = (account: BackedAccount, { id, skills }: Substitute): boolean =>
  lacking({ ...account, margin: null }, { id, capacity: 0, ...(skills ? { skills } : {}) }) === 0;

/** One owner's accounts among the others: the fullest of them as little full as can be found. */
function shareOut(accounts: readonly BackedAccount[], others: readonly Substitute[]): number[] {
  const fits = accounts.map((account) => others.map((one) => isQualified(account, one)));
  const mayTake = (piece: number, person: number) => {
    const may = fits[piece] as boolean[];
    if (!may[person]) return false;
    return (others[person]?.spare as number) > 0 || !others.some((one, place) => may[place] && one.spare > 0);
  };
  // Where nobody who may has anything to spare, one of them is as good as any.
  const capacities = others.map(({ spare }) => spare || 1);
  const given = longestFirst(
    accounts.map(({ load }) => load),
    capacities,
    { mayTake },
  ) as number[];
  improve(
    accounts.map(({ load }) => load),
    capacities,
    given,
    mayTake,
  );
  return given;
}

const rounds = 200;

/** Takes from the fullest what makes the fuller of the two less full: a move, or a swap. Ends where there is none. */
function improve(
  loads: readonly number[],
  capacities: readonly number[],
  given: number[],
  mayTake: (piece: number, person: number) => boolean,
): void {
  const full = capacities.map(() => 0);
  given.forEach((person, piece) => {
    full[person] = (full[person] as number) + (loads[piece] as number);
  });
  const share = (person: number, change: number) =>
    ((full[person] as number) + change) / (capacities[person] as number);
  for (let round = 0; round < rounds; round += 1) {
    const top = capacities.reduce((most, _, person) => (share(person, 0) > share(most, 0) ? person : most), 0);
    let best: { piece: number; to: number; back: number | null; worse: number } | null = null;
    const consider = (piece: number, to: number, back: number | null) => {
      const load = (loads[piece] as number) - (back === null ? 0 : (loads[back] as number));
      const worse = Math.max(share(top, -load), share(to, load));
      if (load > 0 && worse < share(top, 0) && (best === null || worse < best.worse)) best = { piece, to, back, worse };
    };
    given.forEach((holder, piece) => {
      if (holder !== top) return;
      capacities.forEach((_, to) => {
        if (to === top || !mayTake(piece, to)) return;
        consider(piece, to, null);
        if (given.length <= rounds)
          given.forEach((other, back) => {
            if (other === to && mayTake(back, top)) consider(piece, to, back);
          });
      });
    });
    if (!best) return;
    const { piece, to, back } = best as { piece: number; to: number; back: number | null };
    const load = (loads[piece] as number) - (back === null ? 0 : (loads[back] as number));
    full[top] = (full[top] as number) - load;
    full[to] = (full[to] as number) + load;
    given[piece] = to;
    if (back !== null) given[back] = top;
  }
}

/**
 * Gives the accounts of a group to as few as the worst absence allows: owner by owner they are packed anew, group by group, into what
 * each colleague may be handed. Where that leaves one over, or does not save a backup, all stays.
 */
function drawTogether(
  accounts: readonly BackedAccount[],
  people: readonly Substitute[],
  found: Map<string, string>,
  worst: number | null,
): void {
  if (worst === null) return;
  const grouped = accounts.filter(({ id, group }) => group !== undefined && found.has(id));
  const pairs = (of: ReadonlyMap<string, string>) =>
    new Set(grouped.map(({ id, group }) => `${group} ${of.get(id) ?? found.get(id)}`)).size;
  for (const [ownerId, owned] of Map.groupBy(accounts, (one) => one.ownerId)) {
    const backed = owned.filter(({ id }) => found.has(id));
    const others = people.filter(({ id }) => id !== ownerId);
    const packed = packByGroup(backed, others, worst);
    if (packed && pairs(packed) < pairs(found)) for (const [id, to] of packed) found.set(id, to);
  }
}

function packByGroup(
  accounts: readonly BackedAccount[],
  others: readonly Substitute[],
  worst: number,
): Map<string, string> | null {
  const room = new Map(others.map(({ id, spare }) => [id, worst * spare * (1 + 1e-12)]));
  const packed = new Map<string, string>();
  const groups = [...Map.groupBy(accounts, ({ id, group }) => group ?? id).values()];
  const total = (some: readonly BackedAccount[]) => some.reduce((sum, { load }) => sum + load, 0);
  for (const members of groups.sort((a, b) => total(b) - total(a))) {
    const used = new Set<string>();
    for (const account of members.toSorted((a, b) => b.load - a.load)) {
      const may = others.filter((one) => isQualified(account, one) && (room.get(one.id) as number) >= account.load);
      const roomiest = may.toSorted((a, b) => (room.get(b.id) as number) - (room.get(a.id) as number))[0];
      const to = may.find(({ id }) => used.has(id)) ?? roomiest;
      if (!to) return null;
      used.add(to.id);
      packed.set(account.id, to.id);
      room.set(to.id, (room.get(to.id) as number) - account.load);
    }
  }
  return packed;
}
