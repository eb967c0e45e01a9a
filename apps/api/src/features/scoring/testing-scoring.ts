import type { ScoresView, ScoringView } from '@milepost/contract/scoring';
import { uuidv7 } from '../../ids.ts';
import type { CastMember, TestHouse } from '../../testing-house.ts';
import { saveOpportunities } from '../pipeline/opportunity-entry-store.ts';
import { stageOrder } from '../pipeline/stage-store.ts';

export const path = '/api/v1/scoring';

export const scores = async (who: CastMember, subject: string, ...ids: string[]): Promise<ScoresView> =>
  (await who.call<ScoresView>('GET', `${path}/scores?subject=${subject}&ids=${ids.join(',')}`)).body;

export const trained = async (who: CastMember, subject: string): Promise<ScoringView> =>
  (await who.call<ScoringView>('POST', `${path}/train?subject=${subject}`)).body;

/** A product by its name. */
export async function product({ vera }: TestHouse, name: string): Promise<string> {
  const id = uuidv7();
  await vera.call('POST', '/api/v1/products', { id, name });
  return id;
}

/** A hash of a place, 0–99: always the same, without a pattern. */
const percentOf = (at: number): number => (Math.imul(at + 1, 0x9e3779b1) >>> 8) % 100;

/** Closed deals of somebody with a product, of which about so many percent are won. */
export async function closedOpportunities(
  { deps, operator }: TestHouse,
  {
    ownerId,
    productId,
    count,
    percent,
    from = 0,
  }: {
    ownerId: string;
    productId: string | null;
    count: number;
    percent: number;
    from?: number;
  },
): Promise<void> {
  const stages = await stageOrder.all(deps.db, operator.orgId);
  const stageId = (category: string): string => stages.find((stage) => stage.category === category)?.id ?? '';
  const closed = Array.from({ length: count }, (_, place) => {
    const at = from + place;
    return {
      input: {
        id: uuidv7(),
        name: `Deal ${at}`,
        ownerId,
        productId,
        stageId: stageId(percentOf(at) < percent ? 'won' : 'lost'),
        amountMinor: 1_000_00,
        openedOn: '2025-02-01',
        closedOn: `2025-${String(3 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
      },
    };
  });
  await deps.transact(operator, (work) => saveOpportunities(work, closed, { today: '2026-03-16' }));
}

/** An open deal of somebody. */
export async function openOpportunity(who: CastMember, more: Record<string, unknown>): Promise<string> {
  const id = uuidv7();
  await who.call('POST', '/api/v1/opportunities', { id, name: `Open ${id}`, ...more });
  return id;
}
