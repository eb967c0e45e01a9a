import type { Actor } from '../auth/actor.ts';
import { operatorOf } from '../auth/session.ts';
import type { Deps } from '../deps.ts';
import { organisations } from '../features/organisation/store.ts';
import { type Arguments, textOption, UsageError } from './arguments.ts';

/** The organisation that a command is about: `--org ID`, or the only one there is. */
export async function organisationOf({ db }: Pick<Deps, 'db'>, args: Arguments): Promise<Actor> {
  const all = await organisations.all(db);
  const wanted = textOption(args, 'org');
  if (wanted === undefined && all.length > 1)
    throw new UsageError(
      `There are several organisations. Say which with --org:\n${all.map(({ view }) => `  ${view.id}  ${view.name}`).join('\n')}`,
    );
  const found = wanted === undefined ? all[0] : all.find(({ view }) => view.id === wanted);
  if (!found)
    throw new UsageError(
      wanted === undefined
        ? 'There is no organisation yet: run setup or demo first.'
        : `There is no organisation ${wanted}.`,
    );
  return operatorOf(found.view);
}
