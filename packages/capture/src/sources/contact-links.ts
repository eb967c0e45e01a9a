import type { Candidate } from '../candidate.ts';
import { emailAddress } from '../email/email-address.ts';
import { decoded, mailtoRecipients } from '../email/mailto.ts';
import type { PhoneKind } from '../lead.ts';
import { type Place, pathOf, textOf } from '../page-text.ts';
import { extensionBehind } from '../phone/extension.ts';
import { phoneFromText } from '../phone/phone-from-text.ts';
import { profileOf } from '../profiles.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';

/** Links a visitor may follow to reach someone: mail, telephone, messages, profiles. */
export function contactLinksSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  for (const place of context.places) {
    const href = place.node.attrs?.['href'];
    if (href === undefined || (place.node.tag !== 'a' && place.node.tag !== 'area')) continue;
    budget.check();
    if (isHidden(place) || isEmpty(place)) continue;
    readLink(href.trim(), place, context, add);
  }
}

function isHidden(place: Place): boolean {
  for (let at: Place | null = place; at !== null; at = at.parent) if (at.node.hidden === true) return true;
  return false;
}

/** A link without text, picture, icon or label is nothing a visitor could see or click. */
function isEmpty(place: Place): boolean {
  const { node } = place;
  const attrs = node.attrs ?? {};
  const isNamed = ['class', 'id', 'title', 'aria-label'].some((name) => (attrs[name] ?? '') !== '');
  return (
    !isNamed && node.tag === 'a' && node.children.every((child) => typeof child === 'string' && child.trim() === '')
  );
}

const PHONE_SCHEMES: Record<string, PhoneKind> = {
  tel: 'tel',
  callto: 'tel',
  phone: 'tel',
  sms: 'mobile',
  smsto: 'mobile',
  fax: 'fax',
  modem: 'tel',
};

function readLink(href: string, place: Place, context: ReadingContext, add: (candidate: Candidate) => void): void {
  const scheme = /^([a-z][a-z+.-]*):/i.exec(href)?.[1]?.toLowerCase() ?? '';
  const found = { raw: textOf(place.node), source: 'link' as const, path: pathOf(place), place };
  if (scheme === 'mailto') {
    for (const value of mailRecipients(href, found.raw))
      add({ ...found, field: 'email', value, email: { value }, confidence: 0.96 });
    return;
  }
  const kind = PHONE_SCHEMES[scheme];
  if (kind !== undefined) {
    const candidate = phoneLink(href, found.raw, kind, context);
    if (candidate !== undefined) add({ ...found, ...candidate });
    return;
  }
  const profile = profileOf(href);
  if (profile !== undefined) add({ ...found, field: 'profile', value: profile, confidence: 0.7 });
}

/** The text a visitor reads wins over a malformed address behind it. */
function mailRecipients(href: string, text: string): string[] {
  const shown = emailAddress(text);
  const recipients = mailtoRecipients(href);
  if (recipients.length > 0) return recipients;
  return shown === undefined ? [] : [shown];
}

function phoneLink(href: string, text: string, kind: PhoneKind, context: ReadingContext): CandidatePhone | undefined {
  const target = decoded(href.replace(/^[a-z+.-]+:(?:\/\/)?/i, '')).split(/[?&]/)[0] ?? '';
  const [dialled = '', ...parameters] = target.split(';');
  const read = phoneFromText(dialled, context) ?? phoneFromText(text, context);
  if (read === undefined) return undefined;
  const extension =
    parameters
      .map((parameter) => /^(?:ext|postd)=(\d+)$/i.exec(parameter)?.[1])
      .find((digits) => digits !== undefined) ?? read.extension;
  const shown = shownNumber(text, read.digits);
  const phone = {
    value: shown ?? dialled.trim(),
    e164: read.e164,
    kind: kind === 'tel' && read.isMobile ? ('mobile' as const) : kind,
  };
  const full = extension === undefined ? phone : { ...phone, extension };
  return { field: 'phone', value: phone.value, phone: full, confidence: read.e164 === null ? 0.6 : 0.95 };
}

type CandidatePhone = Pick<Extract<Candidate, { field: 'phone' }>, 'field' | 'value' | 'phone' | 'confidence'>;

/** The link's text, when it shows the number that is dialled (with or without country and extension). */
function shownNumber(text: string, digits: string): string | undefined {
  const shownDigits = text.replace(/\D/g, '');
  if (shownDigits.length < 6 || text.length > 40) return undefined;
  const bare = shownDigits.replace(/^0+/, '');
  return digits.endsWith(bare) || shownDigits.startsWith(digits) || extensionBehind(text, 0) !== undefined
    ? text
    : undefined;
}
