import type { AttainmentAxis, AttainmentPart } from '@milepost/contract/attainment';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Narrowed } from '../figures/measured-store.ts';
import type { CreditAbroad } from '../pacing/bridge-store.ts';
import { people } from '../people/store.ts';
import type { PlanLeaf } from '../targets/leaves-store.ts';
import { type Attained, abroadIn, attainedOf, type Books, inPeriod, type Planned, plannedOf } from './books.ts';
import type { Period } from './periods.ts';
import { reachedByProduct } from './reached-store.ts';
import { segmentFace } from './segment-face.ts';

type RowAxis = AttainmentPart['axis'];
/** A row: of what it is, whose results it holds, and its plan. */
export type PartRow = {
  axis: RowAxis;
  id: string;
  within: string | null;
  whose: Narrowed;
  plan: Pick<Attained, 'target' | 'planToDate'>;
  leaves: readonly PlanLeaf[];
  actual: number;
  abroad: readonly CreditAbroad[];
};

type Place = { personId: string; line: string; segment: string; region: string; productId: string };
type Found = { id: string; within: string | null; whose: Narrowed };
/** Where a row of an axis finds what is its own: in the plan, in what was reached, in credits of other currencies. */
type Axis = {
  axis: RowAxis;
  of(place: Partial<Place>): Found;
  leaves: readonly PlanLeaf[];
  reached: readonly (Partial<Place> & { value: number })[];
};

const unplanned = { target: null, planToDate: null };
const keyOf = ({ id, within }: Found): string => JSON.stringify([within, id]);

function rowsOf(books: Books, planned: Planned, abroad: readonly CreditAbroad[], axis: Axis): PartRow[] {
  const rows = new Map<string, PartRow & { leaves: PlanLeaf[]; abroad: CreditAbroad[] }>();
  const rowAt = (place: Partial<Place>) => {
    const found = axis.of(place);
    const known = rows.get(keyOf(found));
    if (known) return known;
    const row = { axis: axis.axis, ...found, plan: unplanned, leaves: [], actual: 0, abroad: [] };
    rows.set(keyOf(found), row);
    return row;
  };
  for (const leaf of axis.leaves) rowAt(leaf).leaves.push(leaf);
  for (const one of axis.reached) rowAt(one).actual += one.value;
  for (const one of abroad) rowAt(one).abroad.push(one);
  return [...rows.values()].map((row) => ({ ...row, plan: plannedOf(books, planned, row.leaves) }));
}

/** Which people in reach are of a team today; those of none, and nobody, are of ''. */
async function teamsIn({ db, actor }: { db: Books['db']; actor: Actor }) {
  const rows = (await people.teamsOf(db, actor.orgId)).filter(({ id }) => reaches(actor, id));
  const teamOf = new Map(rows.map(({ id, team_id }) => [id, team_id ?? '']));
  const members = Map.groupBy(rows, ({ team_id }) => team_id ?? '');
  const nobody = actor.reach === 'all' ? [''] : [];
  return {
    teamOf: (personId: string) => teamOf.get(personId) ?? '',
    membersOf: (team: string) =>
      new Set([...(members.get(team) ?? []).map(({ id }) => id), ...(team === '' ? nobody : [])]),
  };
}

async function axesBy(books: Books, period: Period, planned: Planned, by: AttainmentAxis): Promise<Axis[]> {
  const { db, actor, measure, reached, sold } = books;
  const { leaves } = planned;
  const span = { from: period.from, to: period.asOf };
  if (by === 'team') {
    const { teamOf, membersOf } = await teamsIn(books);
    const own = sold.filter(inPeriod(period));
    const team = ({ personId = '' }: Partial<Place>) => teamOf(personId);
    return [
      {
        ...{ axis: 'team', leaves, reached: own },
        of: (place) => ({ id: team(place), within: null, whose: { persons: membersOf(team(place)) } }),
      },
      {
        ...{ axis: 'rep', leaves, reached: own },
        of: (place) => {
          const id = place.personId ?? '';
          return { id, within: team(place), whose: { persons: new Set([id]) } };
        },
      },
    ];
  }
  const one = (id = '') => new Set([id]);
  if (by === 'segment') {
    const sums = await reached.sumBy('segment', span);
    return [
      {
        ...{ axis: 'segment', leaves: [], reached: sums.map(({ key, value }) => ({ segment: key, value })) },
        of: ({ segment = '' }) => ({ id: segment, within: null, whose: { segments: one(segment) } }),
      },
    ];
  }
  const products = await reachedByProduct(db, actor, measure, span);
  if (by === 'region')
    return [
      {
        ...{ axis: 'region', leaves: [], reached: products },
        of: ({ region = '' }) => ({ id: region, within: null, whose: { regions: one(region) } }),
      },
    ];
  return [
    {
      ...{ axis: 'line', leaves, reached: sold.filter(inPeriod(period)) },
      of: ({ line = '' }) => ({ id: line, within: null, whose: { lines: one(line) } }),
    },
    {
      ...{ axis: 'product', leaves: [], reached: products },
      of: ({ line = '', productId = '' }) => ({
        ...{ id: productId, within: line },
        whose: { lines: one(line), products: one(productId) },
      }),
    },
  ];
}

/** The rows of a period by an axis, each with its plan and what it reached; of one kind they sum to the total. */
export async function partRows(books: Books, period: Period, planned: Planned, by: AttainmentAxis): Promise<PartRow[]> {
  const abroad = abroadIn(books, period);
  const axes = await axesBy(books, period, planned, by);
  const rows = axes.flatMap((axis) => rowsOf(books, planned, abroad, axis));
  if (by !== 'segment') return rows;
  const face = await segmentFace(books, planned);
  if (!face) return rows;
  const known = new Map(rows.map((row) => [row.id, row]));
  const planless = (id: string): PartRow => ({
    ...{ axis: 'segment', id, within: null, whose: { segments: new Set([id]) } },
    ...{ plan: unplanned, leaves: [], actual: 0, abroad: [] },
  });
  for (const { segment, target, planToDate } of face)
    known.set(segment, { ...(known.get(segment) ?? planless(segment)), plan: { target, planToDate } });
  return [...known.values()];
}

/** The rows as they stand, with their names: by name, people under their teams and products under their lines. */
export async function namedParts(books: Books, period: Period, rows: readonly PartRow[]): Promise<AttainmentPart[]> {
  const idsOf = (axis: RowAxis) => rows.filter((row) => row.axis === axis && row.id !== '').map(({ id }) => id);
  const names = await namesOf(books.db, books.actor, {
    ...{ person: idsOf('rep'), team: idsOf('team'), product: idsOf('product') },
  });
  const kinds = { rep: names.person, team: names.team, product: names.product } as const;
  const nameOf = ({ axis, id }: PartRow): string =>
    axis in kinds ? (kinds[axis as keyof typeof kinds].get(id) ?? '') : id;
  const named = await Promise.all(
    rows.map(async (row) => ({
      ...{ axis: row.axis, id: row.id, within: row.within, name: nameOf(row) },
      ...(await attainedOf(books, period, row.plan, row)),
    })),
  );
  const sorted = named.sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
  // What has no name stands last.
  const [first, last] = [sorted.filter(({ name }) => name !== ''), sorted.filter(({ name }) => name === '')];
  const all = [...first, ...last];
  return all
    .filter(({ within }) => within === null)
    .flatMap((row) => [row, ...all.filter((one) => one.within === row.id)]);
}
