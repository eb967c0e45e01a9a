import type { ExplainedView } from '@milepost/contract/explain';
import type { FigureQuery, FigureView, MeasureView } from '@milepost/contract/figures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { Item } from './item-measure.ts';

/** Who asks for which figure, and when. */
export type Asked = {
  db: Db;
  actor: Actor;
  query: FigureQuery;
  /** The civil day on which it is asked: what is not decided yet is judged by it. */
  today: string;
  /** The instant of the answer. */
  asOf: string;
};

/**
 * A measure is what + date field + person field + filter: one file says all of it, reads the rows and explains them. A room that brings
 * a measure adds its file, and its line in `registry.ts`.
 */
export type MeasureSpec = MeasureView & {
  read(asked: Asked): Promise<FigureView>;
  /** @throws Failure `not-found` when there is no row of that key, or no value */
  explain(asked: Asked, key: string | undefined): Promise<ExplainedView>;
  /** The records in sight that are counted one by one, of a measure that counts records. */
  items?(asked: Asked): Promise<readonly Item[]>;
};
