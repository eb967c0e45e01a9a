import { KpiPatch, type NewKpi } from '@milepost/contract/kpis';
import type { Actor } from '../../auth/actor.ts';
import type { KpiTable } from '../../db/tables/kpis.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { isDividedBy } from '../figures/units-store.ts';
import { kpiColumns, kpis } from './store.ts';

const demandSound = ({ measure, valid_from, valid_to }: KpiTable): void => {
  if (valid_to !== null && valid_to < valid_from)
    throw new Failure('invalid-input', fieldIssue('/validTo', 'before-from', 'ends before it begins'));
  if (!isDividedBy(measure, 'rep'))
    throw new Failure('invalid-input', fieldIssue('/measure', 'not-divisible', `${measure} is nobody’s own`));
};

/** Says what is wanted of a role from a day on, once. */
export const createKpi = (deps: Deps, actor: Actor, { id, measure, role, ...input }: NewKpi) =>
  deps.transact(actor, async (work) => {
    const values = { aim: null, valid_to: null, ...kpiColumns(KpiPatch.parse(input)), id, measure, role } as KpiTable;
    demandSound(values);
    return kpis.create(work, values);
  });

/** Changes what is wanted. */
export const changeKpi = (deps: Deps, actor: Actor, id: string, seen: number, patch: KpiPatch): Promise<KpiTable> =>
  deps.transact(actor, async (work) => {
    demandSound({ ...(await kpis.get(work.db, actor, id)), ...kpiColumns(patch) });
    return kpis.update(work, id, seen, kpiColumns(patch));
  });
