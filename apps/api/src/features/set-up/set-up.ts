import type { OrganisationSettings } from '@milepost/contract/organisation';
import type { NewSetup } from '@milepost/contract/set-up';
import { foldName } from '@milepost/core/identity/fold-name';
import { currencyExponent } from '@milepost/core/money/currency';
import { hashPassword } from 'better-auth/crypto';
import { refuseWeak } from '../../auth/password.ts';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { organisations } from '../organisation/store.ts';
import { noTerms, people, signIns } from '../people/store.ts';
import { firstStages } from './first-stages.ts';

/** Defaults of an organisation that says only its name and currency. */
export const plainSettings = (name: string, currency: string): OrganisationSettings => ({
  name,
  currency,
  timeZone: 'UTC',
  fiscalYearStart: 1,
  fiscalYearLabel: 'start',
  weekStart: 1,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [],
  dateFormat: 'ymd',
  decimalMark: '.',
  locale: 'en',
  country: null,
  proRata: 'working-capacity',
  sellingHoursPerDay: 8,
  hoursPerLead: null,
  workStart: '09:00',
  workEnd: '17:00',
});

type Admin = { id: string; name: string; email: string; password: string | null };

/**
 * Makes an organisation with its first administrator and the usual stages, all in one transaction.
 * @param onlyFirst refuse when this database has an organisation already: the open door of the first screen
 * @throws Failure `already-set-up`, `weak-password`
 */
export async function setUp(
  deps: Deps,
  { organisation, admin }: { organisation: OrganisationSettings; admin: Admin },
  { onlyFirst, isDemo = false }: { onlyFirst: boolean; isDemo?: boolean },
): Promise<{ orgId: string; personId: string }> {
  if (admin.password !== null) refuseWeak(admin.password, [admin.name, admin.email, organisation.name]);
  const passwordHash = admin.password === null ? null : await hashPassword(admin.password);
  const orgId = deps.newId();
  const now = deps.clock.now();
  const operator = operatorOf({
    ...organisation,
    id: orgId,
    version: 1,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    exponent: currencyExponent(organisation.currency),
  });
  await deps.transact(operator, async (work) => {
    await organisations.lock(work);
    if (onlyFirst && (await organisations.all(work.db)).length > 0) throw new Failure('already-set-up');
    await organisations.create(work, organisation, isDemo);
    await people.create(work, {
      id: admin.id,
      user_id: null,
      name: admin.name,
      name_key: foldName(admin.name),
      email: admin.email,
      email_key: admin.email.toLowerCase(),
      role: 'admin',
      title: null,
      office: null,
      external_id: null,
      team_id: null,
      department_id: null,
      is_active: 1,
      ...noTerms,
    });
    if (passwordHash) await signIns.create(work, admin, passwordHash);
    await firstStages(work, organisation.locale);
  });
  return { orgId, personId: admin.id };
}

/** What the first screen sends. */
export const setUpFirst = (deps: Deps, input: NewSetup) => setUp(deps, input, { onlyFirst: true });
