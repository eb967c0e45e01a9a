import type { LeadCandidate, LeadPhone } from '@milepost/capture/lead';

/** Folded for comparison: no case, no accents, no signs. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const FORMS =
  /[\s,]+(?:inc|incorporated|llc|l\.l\.c|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|sa|s\.a|s\.?r\.?l|s\.?p\.?a|pty|pvt|s\.?l|bv|b\.v)\.?$/i;

/** A company's name without its legal form. */
export const foldCompany = (name: string): string =>
  foldText(
    name
      .replace(FORMS, '')
      .replace(FORMS, '')
      .replace(/^the\s/i, ''),
  );

const KEYPAD = ['', '', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
const dialled = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(KEYPAD.findIndex((letters) => letters.includes(letter))));

/** A marked telephone: its digits without trunk zero, and its extension. */
export type MarkedPhone = { text: string; digits: string; extension: string; others?: string[] };

const EXTENSION = /(?:\bext(?:ension|n)?|\bex|\bx|\bdurchwahl|分机|内线|转)[\s.:#]*(\d{1,6})(?:\s*\/\s*\d+)?\s*$/i;

/** Reads a mark. "ext. 207" alone has no digits of its own; letters are dialled. */
export function markedPhone(text: string): MarkedPhone {
  const extension = EXTENSION.exec(text)?.[1] ?? '';
  const [number = '', ...others] = text
    .replace(EXTENSION, '')
    .replace(/\(\s*0\s*\)/, '')
    .split(/\s?\/\s?(?=\d)/);
  const hasLetters = /\d/.test(number) && /[A-Z]{3}/.test(number);
  // Letters are often written out in digits behind them: one number, told twice.
  const said = hasLetters ? dialled(number.replace(/\s?\([\d\s-]+\)\s*$/, '')) : number;
  const digits = said.replace(/\D/g, '').replace(/^0+/, '');
  return { text, digits, extension, others: others.map((other) => other.replace(/\D/g, '')) };
}

const LOCAL_NUMBER = 6;

/** Whether a phone that was read is the marked one: the same digits, with or without country and trunk zero. */
export function isMarked(phone: LeadPhone, mark: MarkedPhone): boolean {
  if (mark.digits.length < LOCAL_NUMBER) return mark.extension !== '' && phone.extension === mark.extension;
  return [phone.e164 ?? '', markedPhone(phone.value).digits]
    .map((text) => text.replace(/\D/g, ''))
    .some(
      (digits) =>
        digits.length >= LOCAL_NUMBER &&
        [mark.digits, ...(mark.others ?? [])].some(
          (one) => one.length >= LOCAL_NUMBER && (digits.endsWith(one) || one.endsWith(digits)),
        ),
    );
}

/** A page's phones, each number with each extension and kind once. */
export function phonesOf(leads: readonly LeadCandidate[]): LeadPhone[] {
  const byKey = new Map<string, LeadPhone>();
  for (const phone of leads.flatMap((lead) => lead.phones)) {
    const key = `${phone.e164 ?? phone.value.replace(/\D/g, '')};${phone.extension ?? ''};${phone.kind === 'fax'}`;
    if (!byKey.has(key)) byKey.set(key, phone);
  }
  return [...byKey.values()];
}

/** Whether a number belongs to the North American plan: ten digits, or eleven that begin with 1. */
export const isNorthAmerican = ({ digits }: { digits: string }): boolean => /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);

const AT = /\s*[[({<]\s*(?:at|@)\s*[\])}>]\s*|\s+at\s+/i;
const DOT = /\s*[[({<]\s*(?:dot|\.)\s*[\])}>]\s*|\s+dot\s+/gi;

/** A marked address of mail as it is meant. */
export const markedEmail = (text: string): string =>
  text.replace(AT, '@').replace(DOT, '.').replace(/\s/g, '').toLowerCase();

/** Addresses a page's source holds in its links, as text: read though nobody marked them, they are no mistake. */
export function linkedEmails(html: string): Set<string> {
  const found = new Set<string>();
  for (const [, target = ''] of html.matchAll(/mailto:([^"'>]+)/gi)) {
    const text = decodedPercent(
      target.replaceAll('&amp;', '&').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    );
    for (const address of text.match(/[^\s,;<>?&=:]+@[^\s,;<>?&"]+/g) ?? []) found.add(address.toLowerCase());
  }
  return found;
}

function decodedPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Numbers that links of a page dial. */
export const linkedPhones = (html: string): string[] =>
  [...html.matchAll(/(?:tel|callto|sms|fax):([^"'>]+)/gi)].map(
    ([, target = '']) => markedPhone(decodedPercent(target)).digits,
  );
