import type { Conversion } from '@milepost/contract/conversion';
import type { LeadView } from '@milepost/contract/leads';
import { readAmount } from '../i18n/read-amount.ts';
import type { AmountWriting, Reference } from '../records/form-fields.ts';
import { companyOf } from './leads.queries.ts';

/** What somebody chose in the dialog. */
export type ConversionForm = {
  way: 'existing' | 'new';
  existing: Reference | null;
  accountName: string;
  withContact: boolean;
  withOpportunity: boolean;
  opportunityName: string;
  stageId: string;
  amount: string;
};

/** The ids of what a lead becomes, made once for a lead: pressed twice, it converts once. */
export type ConversionIds = { account: string; contact: string; opportunity: string };

/** The form to begin with. */
export const conversionForm = (lead: LeadView): ConversionForm => ({
  way: 'new',
  existing: null,
  accountName: companyOf(lead) ?? '',
  withContact: lead.kind === 'person',
  withOpportunity: false,
  opportunityName: companyOf(lead) ?? lead.name,
  stageId: '',
  amount: '',
});

/** What is sent; null while something is missing or cannot be read. */
export function conversionOf(
  form: ConversionForm,
  lead: Pick<LeadView, 'kind'>,
  ids: ConversionIds,
  writing: AmountWriting,
): Conversion | null {
  const name = form.accountName.trim();
  const account =
    form.way === 'new' ? (name ? { id: ids.account, name } : null) : form.existing && { existingId: form.existing.id };
  if (!account) return null;
  const contact = form.withContact && lead.kind === 'person' ? { id: ids.contact } : null;
  if (!form.withOpportunity) return { account, contact, opportunity: null };
  const amountMinor = form.amount.trim() === '' ? null : readAmount(form.amount, writing);
  const isUnreadable = form.amount.trim() !== '' && (amountMinor === null || amountMinor < 0);
  const opportunityName = form.opportunityName.trim();
  if (isUnreadable || !opportunityName || !form.stageId) return null;
  return {
    account,
    contact,
    opportunity: { id: ids.opportunity, name: opportunityName, stageId: form.stageId, amountMinor },
  };
}
