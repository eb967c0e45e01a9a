import { randomBytes } from 'node:crypto';
import { NewPerson, roles } from '@milepost/contract/people';
import { hashPassword } from 'better-auth/crypto';
import { refuseWeak } from '../auth/password.ts';
import type { Deps } from '../deps.ts';
import { createPersonIn } from '../features/people/save-person.ts';
import { signIns, teams } from '../features/people/store.ts';
import { type Arguments, neededOption, textOption, UsageError } from './arguments.ts';
import { organisationOf } from './organisation-of.ts';

/** `person add --name NAME --email EMAIL [--role rep|manager|admin] [--team NAME] [--password TEXT]`. */
export async function addPerson(deps: Deps, args: Arguments): Promise<unknown> {
  const actor = await organisationOf(deps, args);
  const teamName = textOption(args, 'team');
  const found =
    teamName === undefined
      ? undefined
      : await teams.list(deps.db, actor, { limit: 1, filter: [{ field: 'name', op: 'is', value: teamName }] });
  const team = found?.items[0];
  if (teamName !== undefined && !team) throw new UsageError(`There is no team ${teamName}.`);
  const input = NewPerson.safeParse({
    id: deps.newId(),
    name: neededOption(args, 'name'),
    email: neededOption(args, 'email'),
    role: textOption(args, 'role') ?? 'rep',
    ...(team ? { teamId: team.id } : {}),
  });
  if (!input.success)
    throw new UsageError(
      `${input.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')} (roles: ${roles.join(', ')})`,
    );
  const chosen = textOption(args, 'password');
  const password = chosen ?? randomBytes(15).toString('base64url');
  refuseWeak(password, [input.data.name, input.data.email ?? '']);
  const hash = await hashPassword(password);
  const email = input.data.email ?? '';
  await deps.transact(actor, async (work) => {
    await createPersonIn(work, input.data);
    await signIns.create(work, { id: input.data.id, name: input.data.name, email }, hash);
  });
  return { person: input.data.id, email, ...(chosen === undefined ? { password } : {}) };
}
