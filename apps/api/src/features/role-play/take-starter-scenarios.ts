import type { Locale } from '@milepost/contract/organisation';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { starterScenarios } from './starter/starter-scenarios.ts';
import { scenarioColumns, scenarios } from './store.ts';

/** Brings in the scenarios of our own writing that are not there yet, as `work` of another deed. @returns how many are new */
export async function bringStarterScenarios(work: Work, locale: Locale): Promise<number> {
  const there = new Set((await scenarios.all(work.db, work.actor.orgId)).map(({ name_key }) => name_key));
  const missing = starterScenarios[locale].filter(({ name }) => !there.has(foldName(name)));
  for (const scenario of missing) {
    const columns = { ...scenarioColumns(scenario), id: work.newId() };
    await scenarios.create(work, columns as Parameters<typeof scenarios.create>[1]);
  }
  return missing.length;
}

/** Takes the scenarios; once more brings nothing twice. */
export const takeStarterScenarios = (deps: Deps, actor: Actor, locale: Locale): Promise<number> =>
  deps.transact(actor, async (work) => {
    await work.dialect.lock(`starter-scenarios ${actor.orgId}`)?.execute(work.db);
    return bringStarterScenarios(work, locale);
  });
