import { phoneFromText } from '@milepost/capture/phone/phone-from-text';
import { domainKey } from '@milepost/core/identity/domain-key';
import { emailKey } from '@milepost/core/identity/email-key';

type Sent = {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  website?: string | null | undefined;
};

/**
 * The keys by which two records are recognised as the same: the e-mail's, the phone's (E.164 where its country is known, else
 * its digits) and the registrable domain's. A key changes only with the value it comes from.
 * @param country the organisation's, for phone numbers written without one
 */
export function identityKeys(
  { email, phone, website }: Sent,
  country: string | null,
): { email_key?: string | null; phone_key?: string | null; domain_key?: string | null } {
  return {
    ...(email === undefined ? {} : { email_key: email === null ? null : emailKey(email) }),
    ...(phone === undefined ? {} : { phone_key: phone === null ? null : phoneKey(phone, country) }),
    ...(website === undefined ? {} : { domain_key: website === null ? null : domainKey(website) }),
  };
}

const phoneKey = (text: string, country: string | null): string | null =>
  phoneFromText(text, { country: { site: [], near: () => [], guesses: [], user: country ?? undefined } })?.e164 ??
  (text.replace(/\D/g, '') || null);
