import type { Candidate } from '../candidate.ts';
import { cloudflareEmail } from '../email/cloudflare-email.ts';
import { emailAddress } from '../email/email-address.ts';
import { type Place, pathOf, textOf } from '../page-text.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';

const CLOUDFLARE_LINK = /\/cdn-cgi\/l\/email-protection#([0-9a-f]+)/i;

/** Addresses the page keeps from robots in attributes or turned text, and shows its visitors by script or style. */
export function hiddenEmailsSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  for (const place of context.places) {
    const attrs = place.node.attrs;
    if (attrs === undefined || place.node.hidden === true) continue;
    budget.check();
    if (!Object.keys(attrs).some(mayHide)) continue;
    const value = decodedAddress(place);
    if (value === undefined) continue;
    add({
      field: 'email',
      value,
      email: { value, decoded: true },
      raw: textOf(place.node),
      source: 'obfuscated',
      path: pathOf(place),
      confidence: 0.9,
      decoded: true,
      place,
    });
  }
}

const mayHide = (attribute: string): boolean =>
  attribute.startsWith('data-') || attribute === 'href' || attribute === 'style' || attribute === 'dir';

function decodedAddress(place: Place): string | undefined {
  const attrs = place.node.attrs ?? {};
  const cloudflare = attrs['data-cfemail'] ?? CLOUDFLARE_LINK.exec(attrs['href'] ?? '')?.[1];
  if (cloudflare !== undefined) return cloudflareEmail(cloudflare);
  return fromSplitAttributes(attrs) ?? fromTurnedText(place, attrs) ?? fromDisguisedAttribute(attrs);
}

const USER_ATTRIBUTES = ['data-user', 'data-name', 'data-local', 'data-mailbox', 'data-u', 'data-account'];
const DOMAIN_ATTRIBUTES = ['data-domain', 'data-host', 'data-d', 'data-website', 'data-server'];

/** `data-user="info" data-domain="acme.example"`, the ending sometimes in `data-tld`. */
function fromSplitAttributes(attrs: Record<string, string>): string | undefined {
  const user = USER_ATTRIBUTES.map((name) => attrs[name]).find((value) => value !== undefined && value !== '');
  const domain = DOMAIN_ATTRIBUTES.map((name) => attrs[name]).find((value) => value !== undefined && value !== '');
  if (user === undefined || domain === undefined) return undefined;
  const ending = attrs['data-tld'];
  const whole = `${user}@${domain}${ending === undefined ? '' : `.${ending.replace(/^\./, '')}`}`;
  return emailAddress(whole) ?? emailAddress(reversed(whole.split('@').reverse().join('@')));
}

/** Text written backwards and turned round by a style (`direction: rtl; unicode-bidi: bidi-override`). */
function fromTurnedText(place: Place, attrs: Record<string, string>): string | undefined {
  const isTurned =
    /direction\s*:\s*rtl/i.test(attrs['style'] ?? '') ||
    attrs['dir']?.toLowerCase() === 'rtl' ||
    place.node.tag === 'bdo';
  if (!isTurned) return undefined;
  const text = textOf(place.node);
  return text.length <= 100 && emailAddress(text) === undefined
    ? emailAddress(reversed(text))
    : emailAddress(reversed(text));
}

/** `data-email` and its like, as they are, reversed, shifted by 13 letters, or in base 64. */
function fromDisguisedAttribute(attrs: Record<string, string>): string | undefined {
  for (const [name, value] of Object.entries(attrs)) {
    if (!/^data-.*(?:e-?mail|mailto|address|contact|rot13|enc)/.test(name) || value.length > 200) continue;
    const text = value.replace(/^mailto:/i, '');
    const candidates = /rot-?13/.test(name) ? [rot13(text)] : [text, reversed(text), fromBase64(text), rot13(text)];
    for (const candidate of candidates) {
      const address = candidate === undefined ? undefined : emailAddress(candidate.replace(/^mailto:/i, ''));
      if (address !== undefined && isLikelyDomain(address)) return address;
    }
  }
  return undefined;
}

const COMMON_ENDING = /\.(?:com|org|net|edu|gov|info|biz|io|co|eu|example|test|[a-z]{2})$/;

/** Reversed or shifted text is an address too by its form alone; a common ending tells which way round it is meant. */
const isLikelyDomain = (address: string): boolean => COMMON_ENDING.test(address);

const reversed = (text: string): string => [...text].reverse().join('');

export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  let bits = 0;
  let held = 0;
  let result = '';
  for (const character of text.replace(/=+$/, '')) {
    held = (held << 6) | BASE64.indexOf(character);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    result += String.fromCharCode((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return result;
}
