import type { Conversion, ConversionView } from '@milepost/contract/conversion';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { accountColumns, accounts, blankAccount } from '../accounts/store.ts';
import { blankContact, contactColumns, contacts } from '../contacts/store.ts';
import { demandRequired } from '../fields/record-fields-store.ts';
import { leads } from '../leads/store.ts';
import { createOpportunityIn } from '../pipeline/opportunity-entry-store.ts';

/**
 * Turns a lead into an account, a contact and where wanted an opportunity, all or nothing. A lead that was converted before
 * answers what it became then.
 * @throws Failure `not-found`, `version-clash`, `invalid-input` for a required field that it lacks, `reference-unknown` for an account out of sight
 */
export const convertLead = (
  deps: Deps,
  actor: Actor,
  leadId: string,
  seen: number,
  wanted: Conversion,
): Promise<ConversionView> =>
  deps.transact(actor, async (work) => {
    const lead = await leads.get(work.db, actor, leadId);
    if (lead.status === 'converted' && lead.account_id)
      return { leadId, accountId: lead.account_id, contactId: lead.contact_id, opportunityId: lead.opportunity_id };
    await demandRequired(work, 'lead', lead);
    if (lead.version !== seen) throw new Failure('version-clash', { row: lead });
    const { country } = actor.organisation;
    const { email, phone, website, address } = lead;
    const isCompany = lead.kind === 'company';
    const account = await (async () => {
      if ('existingId' in wanted.account) {
        const found = await accounts.find(work.db, actor, wanted.account.existingId);
        if (!found)
          throw new Failure(
            'reference-unknown',
            fieldIssue('/account/existingId', 'unknown', 'no such account in your sight'),
          );
        return found;
      }
      // What belongs to the person goes to the contact; the house keeps its own.
      const own = isCompany ? { email, phone, website, address } : { website, address };
      const columns = accountColumns(
        { name: wanted.account.name, ...own, ownerId: lead.owner_id, backupId: lead.backup_id },
        country,
      );
      const values = { ...blankAccount, ...columns, id: wanted.account.id };
      return (await accounts.create(work, values as Parameters<typeof accounts.create>[1])).row;
    })();
    const contactId = wanted.contact && !isCompany ? wanted.contact.id : null;
    if (contactId) {
      const columns = contactColumns(
        { name: lead.name, title: lead.title, email, phone, accountId: account.id },
        country,
      );
      const values = {
        ...blankContact,
        ...columns,
        owner_id: account.owner_id,
        backup_id: account.backup_id,
        id: contactId,
      };
      await contacts.create(work, values as Parameters<typeof contacts.create>[1]);
    }
    const { opportunity } = wanted;
    if (opportunity)
      await createOpportunityIn(
        work,
        { ...opportunity, accountId: account.id, ownerId: lead.owner_id, eventId: lead.event_id },
        deps.clock.today(actor.organisation.timeZone),
      );
    const opportunityId = opportunity?.id ?? null;
    const became = { account_id: account.id, contact_id: contactId, opportunity_id: opportunityId };
    await leads.update(work, leadId, seen, { status: 'converted', ...became }, { action: 'converted' });
    return { leadId, accountId: account.id, contactId, opportunityId };
  });
