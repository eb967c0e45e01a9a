import type { LeadField } from '@milepost/capture/lead';

const FIELDS: Record<string, LeadField> = {
  name: 'name',
  title: 'title',
  company: 'company',
  emails: 'email',
  phones: 'phone',
  addresses: 'address',
  websites: 'website',
  profiles: 'profile',
};

/** The fields of a lead that the JSON pointers of a refusal (`/lead/emails/0/value`) speak of, each once; other pointers name none. */
export function namedFields(pointers: readonly string[]): LeadField[] {
  return [...new Set(pointers.flatMap((pointer) => FIELDS[/^\/?lead\/(\w+)/.exec(pointer)?.[1] ?? ''] ?? []))];
}
