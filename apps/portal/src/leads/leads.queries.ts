import type { LeadView, MatchAnswer, MatchQuery } from '@milepost/contract/leads';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const leadKind: RecordKind = {
  subject: 'lead',
  room: 'leads',
  path: '/leads',
  place: '/leads',
  order: '-createdAt',
};

/** The form of a lead. Its status is changed by what is done with it. */
export const leadFields: readonly FormField[] = [
  { key: 'kind', kind: 'choice', choices: ['person', 'company'], isRequired: true },
  { key: 'name', kind: 'text', isRequired: true },
  { key: 'company', kind: 'text' },
  { key: 'title', kind: 'text' },
  { key: 'email', kind: 'email' },
  { key: 'phone', kind: 'text' },
  { key: 'website', kind: 'text' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'eventId', kind: 'reference', of: '/events' },
  { key: 'address', kind: 'text', isWide: true },
  { key: 'notes', kind: 'long' },
];

/** Is it still to be decided? */
export const isOpenLead = ({ status, archivedAt }: Pick<LeadView, 'status' | 'archivedAt'>): boolean =>
  archivedAt === null && (status === 'new' || status === 'working');

export type Match = MatchAnswer['matches'][number];

const present = (...texts: (string | null | undefined)[]): string[] => texts.filter((text) => !!text) as string[];

const matchOf = async (asked: object, signal: AbortSignal): Promise<Match | null> =>
  (await http.post<MatchAnswer>('/capture/match', { leads: [{ key: 'lead', ...asked }] }, { signal })).matches[0] ??
  null;

/** Is the same person or company known already, beside the lead itself? */
export const lookalikeQuery = (lead: LeadView) => ({
  key: ['lead', 'lookalike', lead.id, lead.version],
  query: ({ signal }: { signal: AbortSignal }) =>
    matchOf(
      {
        kind: lead.kind,
        name: lead.name,
        company: lead.company,
        title: lead.title,
        emails: present(lead.email),
        phones: present(lead.phone),
        websites: present(lead.website),
        profiles: lead.provenance
          .filter(({ field }) => field === 'profile')
          .map(({ value }) => value)
          .slice(0, 20),
        exceptId: lead.id,
      },
      signal,
    ),
});

/** Is somebody who was pasted known already? */
export const pastedMatchQuery = (asked: MatchQuery['leads'][number]) => ({
  key: ['lead', 'pasted', asked.key],
  query: ({ signal }: { signal: AbortSignal }) => matchOf(asked, signal),
});

/** The name of the company that a lead is, or works for. */
export const companyOf = ({ kind, name, company }: Pick<LeadView, 'kind' | 'name' | 'company'>): string | null =>
  kind === 'company' ? name : company;

/** Which account is the lead's company? By its name, its website and the domain of its mail. */
export const accountOfQuery = (lead: LeadView) => ({
  key: ['account', 'of-lead', lead.id, lead.version],
  query: ({ signal }: { signal: AbortSignal }) =>
    matchOf(
      {
        kind: 'company',
        name: companyOf(lead),
        emails: lead.kind === 'company' ? present(lead.email) : [],
        websites: present(lead.website, lead.email && `https://${lead.email.split('@')[1]}`),
        exceptId: lead.id,
        among: ['account'],
      },
      signal,
    ),
});
