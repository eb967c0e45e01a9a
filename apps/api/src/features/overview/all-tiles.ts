import type { TileSpec } from './tile.ts';
import { attainment } from './tiles/attainment.ts';
import { cash } from './tiles/cash.ts';
import { contacts } from './tiles/contacts.ts';
import { margin } from './tiles/margin.ts';
import { newCustomers } from './tiles/new-customers.ts';
import { pipelineCoverage } from './tiles/pipeline-coverage.ts';
import { repurchase } from './tiles/repurchase.ts';
import { satisfaction } from './tiles/satisfaction.ts';

/** The tiles of the overview, in their order. A feature that has one to add adds its line. */
export const allTiles: readonly TileSpec[] = [
  attainment,
  margin,
  newCustomers,
  repurchase,
  cash,
  pipelineCoverage,
  contacts,
  satisfaction,
];
