import { foldCompany } from '@milepost/core/identity/fold-company';
import type { Actor } from '../auth/actor.ts';
import type { LeadTable } from '../db/tables/records.ts';
import type { Work } from '../db/work.ts';
import type { Deps } from '../deps.ts';
import { accountByCompany } from '../features/accounts/by-company-store.ts';
import { convertLead } from '../features/conversion/convert-lead.ts';
import { Failure, fieldIssue } from '../http/failure.ts';

/**
 * Turns one lead of many into an account and, where it is a person, a contact. The account is the one in sight of the same company, else
 * a new one; no deal is made, as nothing says what it would be of.
 * @throws Failure `invalid-input` naming what the lead lacks, and what `convertLead` throws
 */
export async function convertInBulk(deps: Deps, actor: Actor, work: Work, lead: LeadTable): Promise<void> {
  const company = lead.kind === 'company' ? lead.name : lead.company;
  if (!company) throw new Failure('invalid-input', fieldIssue('/company', 'required', 'the account has no name'));
  const known = await accountByCompany(work.db, actor, foldCompany(company));
  await convertLead(deps, actor, lead.id, lead.version, {
    account: known ? { existingId: known } : { id: work.newId(), name: company },
    contact: lead.kind === 'company' ? null : { id: work.newId() },
    opportunity: null,
  });
}
