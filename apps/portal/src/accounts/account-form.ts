import type { AccountPatch, AccountView } from '@milepost/contract/accounts';

/** The fields of the form, all as text: an empty one is "not known". */
export const accountFields = ['name', 'segment', 'region', 'website', 'phone', 'email', 'address', 'notes'] as const;
export type AccountForm = Record<(typeof accountFields)[number], string>;

export const formOf = (account: AccountView | null): AccountForm =>
  Object.fromEntries(accountFields.map((field) => [field, account?.[field] ?? ''])) as AccountForm;

/** What changed, as it is sent: empty text becomes null, and what was not touched is left out. */
export function patchOf(form: AccountForm, before: AccountView | null): AccountPatch {
  const changed = accountFields.filter((field) => form[field].trim() !== (before?.[field] ?? ''));
  return Object.fromEntries(changed.map((field) => [field, form[field].trim() || null])) as AccountPatch;
}
