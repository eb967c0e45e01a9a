import { fiscalLabel } from '@milepost/contract/calendar';
import type { MixPlanView } from '@milepost/contract/mix';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { MixPlanTable } from '../../db/tables/mix.ts';
import { detailsOf } from './store.ts';

/** Rows → wire. */
export const mixPlanViews = async (_db: Db, actor: Actor, rows: readonly MixPlanTable[]): Promise<MixPlanView[]> =>
  rows.map((row) => ({
    ...recordFields(row),
    fiscalYear: row.fiscal_year,
    fiscalYearLabel: fiscalLabel(actor.organisation, row.starts_on),
    currency: row.currency,
    ...detailsOf(row),
  }));
