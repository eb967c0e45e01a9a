import { domainKey } from '@milepost/core/identity/domain-key';
import { emailKey } from '@milepost/core/identity/email-key';

type Sent = {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  website?: string | null | undefined;
};

/**
 * The keys by which two records are recognised as the same: the e-mail's, the phone's and the registrable domain's. A key
 * changes only with the value it comes from.
 */
export function identityKeys(sent: Sent): {
  email_key?: string | null;
  phone_key?: string | null;
  domain_key?: string | null;
} {
  return {
    ...(sent.email === undefined ? {} : { email_key: sent.email === null ? null : emailKey(sent.email) }),
    ...(sent.phone === undefined
      ? {}
      : { phone_key: sent.phone === null ? null : sent.phone.replace(/\D/g, '') || null }),
    ...(sent.website === undefined ? {} : { domain_key: sent.website === null ? null : domainKey(sent.website) }),
  };
}
