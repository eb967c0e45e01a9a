import type { Measure } from '@milepost/contract/figures';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { registry } from './registry.ts';

type Shown = { db: Db; actor: Actor; today: string };
type Span = { from: string; to: string };

/** How a measure comes about between two days, as on its own page, for other features. Null where it has no value. */
export async function whyMeasure(measure: Measure, { db, actor, today }: Shown, query: Span): Promise<Why | null> {
  try {
    return (await registry[measure].explain({ db, actor, today, asOf: today, query }, undefined)).why;
  } catch (error) {
    if (error instanceof Failure && error.code === 'not-found') return null;
    throw error;
  }
}

/** What a measure is between two days; null where it has no value. */
export const valueOfMeasure = async (measure: Measure, { db, actor, today }: Shown, query: Span) =>
  (await registry[measure].read({ db, actor, today, asOf: today, query })).total;
