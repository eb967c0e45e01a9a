import type { BuyingCentreView, NewContactTie } from '@milepost/contract/buying-centre';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';

export type CentreMember = BuyingCentreView['members'][number];

/** Who decides at an account. It is read again with its contacts. */
export const buyingCentreQuery = (accountId: string) => ({
  key: ['contact', 'buying-centre', accountId],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<BuyingCentreView>(`/accounts/${accountId}/buying-centre`, { signal }),
});

export const tieContacts = (aId: string, bId: string): Promise<NewContactTie> =>
  http.post<NewContactTie>('/contact-ties', { id: newId(), aId, bId });

export const untieContacts = (id: string): Promise<null> => http.delete<null>(`/contact-ties/${id}`);
