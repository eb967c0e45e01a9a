import { lacking, type Prices, type TerritoryAccount, type TerritoryPerson } from './territory.ts';

/** A territory laid out by places: who has what, and what a step would change. Everything here costs the same however many there are. */
export type Layout = {
  readonly accounts: readonly TerritoryAccount[];
  readonly people: readonly TerritoryPerson[];
  /** Place of the person an account is with; −1 for nobody. */
  readonly holder: Int32Array;
  /** The same at the start; −1 for what was nobody's: it moves at no price. */
  readonly home: Int32Array;
  /** Accounts by person, the smallest load first. */
  readonly held: number[][];
  readonly loads: Float64Array;
  /** People with capacity, the fullest first. */
  readonly order: number[];
  /** Work per capacity that everybody would have if it were spread evenly; 0 where there is none. */
  readonly mean: number;
  readonly margin: number;
  readonly prices: Prices;
  moved: number;
  movedMargin: number;
  mismatch: number;
};

const none = -1;

export function layOut(
  accounts: readonly TerritoryAccount[],
  people: readonly TerritoryPerson[],
  holder: Int32Array,
  home: Int32Array,
  prices: Prices,
): Layout {
  const loads = new Float64Array(people.length);
  const held: number[][] = people.map(() => []);
  let margin = 0;
  let mismatch = 0;
  let moved = 0;
  let movedMargin = 0;
  let spread = 0;
  accounts.forEach((account, place) => {
    const person = holder[place] as number;
    margin += account.margin ?? 0;
    if (person === none) return;
    loads[person] = (loads[person] as number) + account.load;
    held[person]?.push(place);
    mismatch += Number(isMismatch(account, people[person]));
    if ((people[person]?.capacity ?? 0) > 0) spread += account.load;
    if (home[place] === none || person === home[place]) return;
    moved += 1;
    movedMargin += account.margin ?? 0;
  });
  for (const places of held) places.sort((a, b) => loadOf(accounts, a) - loadOf(accounts, b) || a - b);
  const capacity = people.reduce((sum, person) => sum + person.capacity, 0);
  const mean = capacity === 0 ? 0 : spread / capacity;
  const order = people.flatMap((person, place) => (person.capacity > 0 ? [place] : []));
  const layout = {
    accounts,
    people,
    holder,
    home,
    held,
    loads,
    order,
    mean,
    margin,
    prices,
    moved,
    movedMargin,
    mismatch,
  };
  order.sort((a, b) => fuller(layout, a, b));
  return layout;
}

/** Whether a person stands before another in the order of fullness: negative when they do. */
const fuller = ({ people, loads }: Pick<Layout, 'people' | 'loads'>, a: number, b: number): number =>
  (loads[b] as number) / (people[b]?.capacity as number) - (loads[a] as number) / (people[a]?.capacity as number) ||
  a - b;

/** Puts a person whose load has changed in their place in the order, by bisection. */
function reorder(layout: Layout, person: number): void {
  const { order } = layout;
  const stood = order.indexOf(person);
  if (stood === -1) return;
  order.splice(stood, 1);
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fuller(layout, order[middle] as number, person) < 0) low = middle + 1;
    else high = middle;
  }
  order.splice(low, 0, person);
}

const loadOf = (accounts: readonly TerritoryAccount[], place: number): number => accounts[place]?.load as number;
const isMismatch = (account: TerritoryAccount | undefined, person: TerritoryPerson | undefined): boolean =>
  account !== undefined && person !== undefined && (account.needs?.length ?? 0) > 0 && lacking(account, person) > 0;

/** How far a person is from their even share, squared: 0 at their share, 1 at none or twice of it. */
function unevenness({ people, mean }: Pick<Layout, 'people' | 'mean'>, person: number, load: number): number {
  const capacity = people[person]?.capacity as number;
  return capacity === 0 || mean === 0 ? 0 : (load / (capacity * mean) - 1) ** 2;
}

/** What the whole is to be small: Σ (load ÷ even share − 1)² + λ·moved margin ÷ margin + λ·mismatched ÷ accounts. */
export function objectiveOf(layout: Layout): number {
  const { people, loads } = layout;
  let total = 0;
  for (let person = 0; person < people.length; person += 1)
    total += unevenness(layout, person, loads[person] as number);
  const { prices, margin, movedMargin, mismatch, accounts } = layout;
  return (
    total +
    (margin === 0 ? 0 : (prices.move * movedMargin) / margin) +
    (accounts.length === 0 ? 0 : (prices.mismatch * mismatch) / accounts.length)
  );
}

/** What an account going to a person adds to the prices; the balance apart. */
export function priceOf(layout: Layout, place: number, to: number): number {
  const { accounts, people, holder, prices, margin } = layout;
  const account = accounts[place] as TerritoryAccount;
  const from = holder[place] as number;
  let price = 0;
  if (margin > 0 && account.margin) price += (prices.move * movesMore(layout, place, to) * account.margin) / margin;
  if (account.needs?.length)
    price +=
      (prices.mismatch *
        (Number(isMismatch(account, people[to])) - Number(from !== none && isMismatch(account, people[from])))) /
      accounts.length;
  return price;
}

/** How many more accounts are away from home when this one goes there: −1, 0 or 1. */
export const movesMore = ({ holder, home }: Layout, place: number, to: number): number =>
  home[place] === none ? 0 : Number(to !== home[place]) - Number(holder[place] !== home[place]);

/** Puts an account with a person. */
export function put(layout: Layout, place: number, to: number): void {
  const { accounts, people, holder, held, loads } = layout;
  const account = accounts[place] as TerritoryAccount;
  const from = holder[place] as number;
  const more = movesMore(layout, place, to);
  layout.moved += more;
  layout.movedMargin += more * (account.margin ?? 0);
  layout.mismatch +=
    Number(isMismatch(account, people[to])) - Number(from !== none && isMismatch(account, people[from]));
  if (from !== none) {
    const places = held[from] as number[];
    places.splice(places.indexOf(place), 1);
    loads[from] = sumOf(accounts, places);
    reorder(layout, from);
  }
  const places = held[to] as number[];
  const after = places.findIndex((other) => loadOf(accounts, other) > account.load);
  places.splice(after === -1 ? places.length : after, 0, place);
  // Summed anew and not kept up by differences, so that a way back ends exactly where it began.
  loads[to] = sumOf(accounts, places);
  holder[place] = to;
  reorder(layout, to);
}

const sumOf = (accounts: readonly TerritoryAccount[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + loadOf(accounts, place), 0);
