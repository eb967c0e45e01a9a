import type { ClippedLead, MatchQuery } from '@milepost/contract/leads';

export const pastedFields = ['name', 'title', 'company', 'email', 'phone', 'website', 'address'] as const;
export type PastedField = (typeof pastedFields)[number];

/** A value as it stands in the form, with where it was taken; null where nobody has read or typed it. */
export type PastedValue = {
  field: PastedField;
  value: string;
  taken: ClippedLead['provenance'][number] | null;
};

const firstOf = (lead: ClippedLead): Record<PastedField, string | null> => ({
  name: lead.name,
  title: lead.title,
  company: lead.company,
  email: lead.emails[0]?.value ?? null,
  phone: lead.phones.find(({ kind }) => kind !== 'fax')?.value ?? lead.phones[0]?.value ?? null,
  website: lead.websites[0] ?? null,
  address: lead.addresses[0]?.raw ?? null,
});

/** The surest place at which a value was taken. */
function takenAt(lead: ClippedLead, field: string, value: string): PastedValue['taken'] {
  const places = lead.provenance.filter((one) => one.field === field).toSorted((a, b) => b.confidence - a.confidence);
  return places.find((one) => one.value === value) ?? places.find((one) => value.includes(one.value)) ?? null;
}

/** The first choice of each field, in the order in which they are read. A company has no name of its own beside it. */
export function valuesOf(lead: ClippedLead): PastedValue[] {
  const first = firstOf(lead);
  return pastedFields
    .filter((field) => lead.kind === 'person' || (field !== 'title' && field !== 'company'))
    .map((field) => {
      const value = first[field] ?? '';
      return { field, value, taken: value === '' ? null : takenAt(lead, field, value) };
    });
}

/** What came behind the first choice stays as it was read. */
const withFirst = <T>(all: readonly T[], is: (one: T) => boolean, typed: T): T[] => {
  const known = all.find(is);
  return [known ?? typed, ...all.filter((one) => one !== known && is(one) === false)];
};

/** A lead as a person left it: what they typed stands in it, and says that it was typed. */
export function editedLead(lead: ClippedLead, values: Readonly<Record<PastedField, string>>): ClippedLead {
  const first = firstOf(lead);
  const said = Object.fromEntries(pastedFields.map((field) => [field, values[field].trim()])) as Record<
    PastedField,
    string
  >;
  const typed = pastedFields.filter((field) => said[field] !== (first[field] ?? ''));
  const isChanged = (field: PastedField): boolean => typed.includes(field);
  const list = <T>(field: PastedField, all: T[], is: (one: T) => boolean, made: T): T[] =>
    !isChanged(field) ? all : said[field] === '' ? [] : withFirst(all, is, made);
  const provenance = lead.provenance.filter(
    ({ field, value }) => !typed.some((one) => one === field && value === first[one]),
  );
  return {
    ...lead,
    name: said.name || null,
    title: said.title || null,
    company: said.company || null,
    emails: list('email', lead.emails, ({ value }) => value === said.email, { value: said.email }),
    phones: list('phone', lead.phones, ({ value }) => value === said.phone, {
      value: said.phone,
      e164: null,
      kind: 'tel',
    }),
    websites: list('website', lead.websites, (value) => value === said.website, said.website),
    addresses: list('address', lead.addresses, ({ raw }) => raw === said.address, {
      ...{ raw: said.address, street: null, city: null, region: null, postcode: null, country: null },
    }),
    provenance: [
      ...provenance,
      ...typed
        .filter((field) => said[field] !== '')
        .map((field) => ({ field, value: said[field], raw: said[field], source: 'typed', path: '', confidence: 1 })),
    ],
  };
}

/** By what a lead is looked for among what is known. */
export const identityOf = (lead: ClippedLead, key: string): MatchQuery['leads'][number] => ({
  key,
  kind: lead.kind,
  name: lead.name,
  company: lead.company,
  title: lead.title,
  emails: lead.emails.map(({ value }) => value),
  phones: lead.phones.map(({ e164, value }) => e164 ?? value),
  websites: lead.websites,
  profiles: lead.profiles,
});
