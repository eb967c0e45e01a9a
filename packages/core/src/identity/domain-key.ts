import { isFreeMail } from './email-key.ts';
import { toUnicodeDomain } from './unicode-domain.ts';

/** Second-level labels below which firms register under a country's domain. */
const secondLevel = /^(com|co|net|org|gov|edu|ac|or|ne|go|gob|nom)$/;

/**
 * The registrable domain of a web address, a host or an e-mail address: `https://www.acme.co.uk/x` → `acme.co.uk`. Null where
 * there is none, for numeric hosts, and for the domains of free mail providers, which say nothing about a company.
 */
export function domainKey(address: string): string | null {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#]*@)?([^/?#:@\s]+)/i
    .exec(address.trim())?.[1]
    ?.toLowerCase()
    .replace(/\.$/, '');
  if (!host?.includes('.') || /^[\d.]+$/.test(host)) return null;
  const labels = toUnicodeDomain(host).split('.');
  const isCountry = (labels.at(-1) ?? '').length === 2;
  const count = labels.length > 2 && isCountry && secondLevel.test(labels.at(-2) ?? '') ? 3 : 2;
  const domain = labels.slice(-count).join('.');
  return isFreeMail(domain) ? null : domain;
}
