import { freeMailDomains, freeMailFamilies, roleMailboxes } from './mailboxes.ts';
import { toUnicodeDomain } from './unicode-domain.ts';

/**
 * What makes two writings of an e-mail address the same: lower case, an internationalised domain in its Unicode form,
 * googlemail.com as gmail.com. Null for text that is no address.
 */
export function emailKey(address: string): string | null {
  const parts = /^([^\s@]+)@([^\s@]+\.[^\s@]+)$/u.exec(address.trim().normalize('NFKC').toLowerCase());
  if (parts === null) return null;
  const [, mailbox = '', host = ''] = parts;
  const domain = toUnicodeDomain(host.replace(/\.$/, ''));
  return `${mailbox}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`;
}

/** Whether a mailbox belongs to a function and not to a person: `info@`, `sales@`, `no-reply@`, also `info-de@`. */
export function isRoleAddress(key: string): boolean {
  const mailbox = key.slice(0, key.lastIndexOf('@')).replace(/\+.*$/, '');
  const bare = mailbox.replace(/[._-]/g, '');
  return roleMailboxes.has(bare) || roleMailboxes.has(mailbox.replace(/[._-][a-z]{2}$/, ''));
}

/** Whether anybody can have an address at the domain, so that it says nothing about a company. */
export function isFreeMail(domain: string): boolean {
  const name = domain.toLowerCase();
  const [family = ''] = name.split('.');
  return freeMailDomains.has(name) || (freeMailFamilies.has(family) && /^[a-z]+\.[a-z]{2,3}(\.[a-z]{2})?$/.test(name));
}

/** The domain of an address or key. */
export function domainOf(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}
