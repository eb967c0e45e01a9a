import type { AttainmentPartsQuery, AttainmentPartsView } from '@milepost/contract/attainment';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { type Asking, openBooks, totalOf } from './books.ts';
import { periodOf } from './explain-attained.ts';
import { namedParts, partRows } from './part-rows.ts';
import { axesOf } from './read-periods.ts';

/** A period by an axis, of everybody in sight. @throws Failure `invalid-input` for an axis that the measure has not */
export async function readParts(asking: Asking, { by, ...query }: AttainmentPartsQuery): Promise<AttainmentPartsView> {
  if (!axesOf(asking.measure).includes(by))
    throw new Failure('invalid-input', fieldIssue('/by', 'not-divisible', `${asking.measure} has no ${by}`));
  const period = periodOf(asking.actor, asking.today, query);
  const books = await openBooks(asking, period);
  const { planned, attained } = await totalOf(books, period);
  return {
    ...{ from: period.from, to: period.to, by },
    total: { axis: 'total', id: '', name: '', within: null, ...attained },
    rows: await namedParts(books, period, await partRows(books, period, planned, by)),
  };
}
