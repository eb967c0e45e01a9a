import type { NewWinBackTemplate, WinBackTemplatePatch } from '@milepost/contract/win-back';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { toJson } from '../../db/columns.ts';
import type { WinBackTemplateTable } from '../../db/tables/churn.ts';
import type { Deps } from '../../deps.ts';
import { winBackTemplates } from './store.ts';

/** Prepares a plan for customers in danger. */
export const createTemplate = (deps: Deps, actor: Actor, { id, name, offer, costMinor, steps }: NewWinBackTemplate) =>
  deps.transact(actor, (work) =>
    winBackTemplates.create(work, {
      ...{ id, name, name_key: foldName(name), offer, cost_minor: costMinor, steps: toJson(steps) },
    }),
  );

/** Changes what is prepared; plans under way stay as they were begun. */
export const changeTemplate = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { name, offer, costMinor, steps }: WinBackTemplatePatch,
): Promise<WinBackTemplateTable> =>
  deps.transact(actor, (work) =>
    winBackTemplates.update(work, id, seen, {
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      ...(offer === undefined ? {} : { offer }),
      ...(costMinor === undefined ? {} : { cost_minor: costMinor }),
      ...(steps === undefined ? {} : { steps: toJson(steps) }),
    }),
  );
