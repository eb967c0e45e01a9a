import { randomBytes } from 'node:crypto';
import { OrganisationSettings } from '@milepost/contract/organisation';
import { Email } from '@milepost/contract/scalars';
import type { Deps } from '../deps.ts';
import { plainSettings, setUp } from '../features/set-up/set-up.ts';
import { type Arguments, neededOption, textOption, UsageError } from './arguments.ts';

/** Options of `setup` beside the three it needs, by the setting they give. */
const further = {
  timeZone: 'time-zone',
  locale: 'locale',
  country: 'country',
  fiscalYearLabel: 'fiscal-year-label',
  dateFormat: 'date-format',
  decimalMark: 'decimal-mark',
} as const;

/**
 * `setup --org NAME --currency CODE --admin EMAIL`: makes an organisation. Without `--password` one is made up and printed,
 * once.
 */
export async function setUpOrganisation(deps: Deps, args: Arguments): Promise<unknown> {
  const name = neededOption(args, 'org');
  const email = Email.safeParse(neededOption(args, 'admin'));
  if (!email.success) throw new UsageError('--admin is not an e-mail address.');
  const given = Object.entries(further).flatMap(([setting, option]) => {
    const value = textOption(args, option);
    return value === undefined ? [] : [[setting, value]];
  });
  const start = textOption(args, 'fiscal-year-start');
  const settings = OrganisationSettings.safeParse({
    ...plainSettings(name, neededOption(args, 'currency').toUpperCase()),
    ...Object.fromEntries(given),
    ...(start === undefined ? {} : { fiscalYearStart: Number(start) }),
  });
  if (!settings.success)
    throw new UsageError(settings.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const chosen = textOption(args, 'password');
  const password = chosen ?? randomBytes(15).toString('base64url');
  const admin = {
    id: deps.newId(),
    name: textOption(args, 'name') ?? email.data.split('@')[0] ?? name,
    email: email.data,
    password,
  };
  const { orgId, personId } = await setUp(deps, { organisation: settings.data, admin }, { onlyFirst: false });
  return { organisation: orgId, admin: personId, email: email.data, ...(chosen === undefined ? { password } : {}) };
}
