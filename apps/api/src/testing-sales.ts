import { dimensions, type FigureView } from '@milepost/contract/figures';
import { uuidv7 } from './ids.ts';
import type { CastMember, TestHouse } from './testing-house.ts';

/** Measures that are summed over credits, and what those can be divided by. */
export const creditMeasures = ['revenue', 'margin', 'quantity', 'sales'] as const;
export const dimensionsOfCredits = dimensions.filter((dimension) => dimension !== 'event');

/** All of 2026, as a query. */
export const year = 'from=2026-01-01&to=2026-12-31';
/** Asks for a figure of 2026, as somebody. */
export const ask = async (who: CastMember, measure: string, query = ''): Promise<FigureView> =>
  (await who.call('GET', `/api/v1/figures/${measure}?${year}${query}`)).body;
/** The rows of a figure as pairs. */
export const pairs = ({ rows }: FigureView) => rows.map(({ key, value }) => [key, value]);

/** Sales of three reps and of nobody, with and without product, account, cost and quantity. */
export async function someSales({ vera, ann, ben, oda, max }: TestHouse) {
  const [gtx, mg, huaxin, konex] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await vera.call('POST', '/api/v1/products', { id: gtx, name: 'GTX Pro', line: 'GTX' });
  await vera.call('POST', '/api/v1/products', { id: mg, name: 'MG Special', line: 'MG' });
  await ann.call('POST', '/api/v1/accounts', { id: huaxin, name: 'Huaxin', segment: 'Medium', region: 'North' });
  await oda.call('POST', '/api/v1/accounts', { id: konex, name: 'Konex', segment: 'Large' });
  const sell = (who: CastMember, sale: Record<string, unknown>) =>
    who.call('POST', '/api/v1/sales', { id: uuidv7(), ...sale });
  await sell(ann, {
    day: '2026-01-31',
    revenueMinor: 1000,
    costMinor: 600,
    quantity: 2,
    productId: gtx,
    accountId: huaxin,
  });
  await sell(ann, { day: '2026-02-01', revenueMinor: 333, productId: mg, accountId: huaxin, region: 'South' });
  await sell(ben, { day: '2026-06-30', revenueMinor: 501, costMinor: 0, quantity: 1, line: 'GTX' });
  await sell(oda, { day: '2026-07-01', revenueMinor: 200, costMinor: 300, accountId: konex });
  await sell(max, { day: '2026-12-31', revenueMinor: 7, ownerId: null });
  const halves = [ann, ben].map(({ id }) => ({ personId: id, share: 0.5 }));
  await sell(ann, { day: '2026-03-15', revenueMinor: 101, quantity: 3, split: halves, productId: gtx });
  return { gtx, mg, huaxin, konex };
}
