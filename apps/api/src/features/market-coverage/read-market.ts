import type { ExplainedView } from '@milepost/contract/explain';
import type { MarketCellView, MarketCoverageView, MarketWhyQuery } from '@milepost/contract/market-coverage';
import { derive, record } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { type MarketCell, type MarketShare, marketGrid } from '@milepost/core/market-coverage/grid';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { definitions } from '../measures/definition-store.ts';
import { type MarketRow, market } from './store.ts';

async function rowsAsOf(db: Db, actor: Actor, asOf: string): Promise<MarketRow[]> {
  const { coverage } = await definitions.inForce(db, actor);
  return market.accounts(db, actor, { asOf, visitKinds: coverage.visitKinds });
}

const shareView = ({ accounts, customers, penetration, penetrationRatio, whitespace }: MarketShare) => ({
  accounts,
  customers,
  penetration: { num: penetration.successes, den: penetration.trials, value: penetrationRatio },
  whitespace,
});
const cellView = ({ segment, region, ...share }: MarketCell): MarketCellView => ({
  segment,
  region,
  ...shareView(share),
});

/** The market in sight by segment and region, as of the end of a day. */
export async function readMarket(db: Db, actor: Actor, asOf: string): Promise<MarketCoverageView> {
  const grid = marketGrid(await rowsAsOf(db, actor, asOf));
  return {
    asOf,
    segments: [...grid.segments],
    regions: [...grid.regions],
    cells: grid.cells.map(cellView),
    bySegment: grid.bySegment.map(cellView),
    byRegion: grid.byRegion.map(cellView),
    total: shareView(grid.total),
  };
}

const leafOf = ({ id, name }: MarketRow): Leaf => record('account', id, 1, 'count', name);

/**
 * How a figure of the grid comes about, down to its accounts.
 * @throws Failure `not-found` where there is no account, and so no penetration
 */
export async function explainMarket(
  db: Db,
  actor: Actor,
  { figure, segment, region, asOf }: MarketWhyQuery & { asOf: string },
  at: string,
): Promise<ExplainedView> {
  const rows = (await rowsAsOf(db, actor, asOf)).filter(
    (row) =>
      (segment === undefined || (row.segment ?? '') === segment) &&
      (region === undefined || (row.region ?? '') === region),
  );
  const sum = (name: string, some: readonly MarketRow[]): Why =>
    derive('sum', { rule: `market-coverage.${name}`, unit: 'count' }, some.map(leafOf));
  const customers = rows.filter(({ isCustomer }) => isCustomer);
  if (figure === 'penetration') {
    if (rows.length === 0) throw new Failure('not-found');
    const heading = { rule: 'market-coverage.penetration', unit: 'ratio' } as const;
    return { why: derive('quotient', heading, [sum('customers', customers), sum('accounts', rows)]), asOf: at };
  }
  if (figure === 'whitespace') {
    const heading = { rule: 'market-coverage.whitespace', unit: 'count' } as const;
    return { why: derive('difference', heading, [sum('accounts', rows), sum('customers', customers)]), asOf: at };
  }
  return { why: sum(figure, figure === 'customers' ? customers : rows), asOf: at };
}
