import type { Context } from 'hono';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Env } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { gridView } from './views.ts';

/** Both states on a clash: what was sent is in the browser, what stands is the grid. */
export const showingBoth =
  (db: Db) =>
  async <T>(c: Context<Env>, deed: Promise<T>): Promise<T> => {
    try {
      return await deed;
    } catch (error) {
      if (error instanceof Failure && error.code === 'version-clash' && error.more.row)
        throw new Failure('version-clash', {
          current: await gridView(db, c.get('actor'), error.more.row as TargetTable),
        });
      throw error;
    }
  };
