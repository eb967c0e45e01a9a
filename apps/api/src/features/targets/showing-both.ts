import type { Context } from 'hono';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Deps } from '../../deps.ts';
import type { Env } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { rateView } from './rate-view.ts';
import { gridView } from './views.ts';

/** Both states on a clash: what was sent is in the browser, what stands is the grid, or the shares. */
export const showingBoth =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>) =>
  async <T>(c: Context<Env>, deed: Promise<T>): Promise<T> => {
    try {
      return await deed;
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'version-clash' || !error.more.row) throw error;
      const [actor, row] = [c.get('actor'), error.more.row as TargetTable];
      const at = { today: clock.today(actor.organisation.timeZone), now: clock.now() };
      throw new Failure('version-clash', {
        current: row.basis === 'rate' ? await rateView(db, actor, row, 'year', at) : await gridView(db, actor, row),
      });
    }
  };
