import { emailAddress } from './email-address.ts';

/**
 * The address behind Cloudflare's e-mail protection (`data-cfemail`, `/cdn-cgi/l/email-protection#…`): hexadecimal bytes,
 * the first of which is the key the others were XORed with.
 */
export function cloudflareEmail(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2}){4,}$/i.test(hex)) return undefined;
  const key = Number.parseInt(hex.slice(0, 2), 16);
  let bytes = '';
  for (let at = 2; at < hex.length; at += 2) {
    bytes += `%${(Number.parseInt(hex.slice(at, at + 2), 16) ^ key).toString(16).padStart(2, '0')}`;
  }
  try {
    return emailAddress(decodeURIComponent(bytes).replace(/\?.*$/, ''));
  } catch {
    return undefined;
  }
}
