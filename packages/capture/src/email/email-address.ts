/** Endings of files and of style sheets that follow an @ ("logo@2x.png") without being a domain. */
const FILE_ENDINGS =
  /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|css|js|mjs|map|json|xml|html?|php|pdf|woff2?|ttf|mp[34])$/i;

const LOCAL = /^[\p{L}\p{N}!#$&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:xn--[a-z\d-]{2,59}|\p{L}{2,24})$/u;
const LONGEST = 254;

/**
 * The address as it is to be kept, or `undefined` when the text is none: dots at an edge or in a row, a domain without an
 * ending, the name of a file. The domain is lower case; the part before the @ stays as written.
 */
export function emailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > LONGEST) return undefined;
  const local = trimmed.slice(0, at);
  const domain = trimmed
    .slice(at + 1)
    .replace(/\.$/, '')
    .toLowerCase();
  if (!LOCAL.test(local) || !DOMAIN.test(domain) || FILE_ENDINGS.test(domain)) return undefined;
  return `${local}@${domain}`;
}

/** The domain of an address, lower case. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

const ROLES =
  /^(?:info|infos|contact|contacts|contacto|contato|contatti|kontakt|office|mail|email|hello|hallo|hi|sales|verkauf|vertrieb|ventas|vendite|support|service|help|helpdesk|admin|administration|webmaster|postmaster|press|presse|media|jobs|careers|hr|marketing|billing|accounts|orders|bestellung|enquiries|inquiry|reservations|booking|reception|secretariat|sekretariat|privacy|datenschutz|noreply|no-reply|newsletter|team|general|feedback|customerservice|customer\.service)(?:[.+_-].*)?@/i;

/** Whether an address is a role's, which nobody in particular answers. */
export const isRoleMail = (email: string): boolean => ROLES.test(email);
