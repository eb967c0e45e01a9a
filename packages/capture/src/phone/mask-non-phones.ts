import { US_STATE } from '../country/us-states.ts';
import { fieldOfWholeLabel } from '../vocabulary/contact-labels.ts';

/** Stands in for what is certainly no part of a phone; one for each character, so offsets stay true. */
export const MASK = '\ue000';

const YEAR = '(?:19|20)\\d\\d';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
/** Neither side of a date may go on as a number does ("05.10.1986" but not "05.10.19.86.12"). */
const NOT_AFTER_NUMBER = '(?<![\\d+(]|\\d[.\\-/ ()])';
const NOT_BEFORE_NUMBER = '(?![.\\-/]?\\d|\\s\\d{2,4}[\\s.-]\\d)';

const date = (body: string): RegExp => new RegExp(`${NOT_AFTER_NUMBER}(?:${body})${NOT_BEFORE_NUMBER}`, 'g');

const SHAPES: readonly RegExp[] = [
  // Addresses of mail and pages first: their digits are nobody's number.
  /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b(?:https?:\/\/|www\.)[^\s<>"']+/gi,
  /\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|cn|html?|php|aspx?|jpe?g|png|gif|pdf)\b[^\s]*/gi,
  // Days, months, spans of years, hours.
  date(`${YEAR}[-/.]${MONTH}[-/.]${DAY}`),
  date(`${DAY}\\s?[./-]\\s?${MONTH}\\s?[./-]\\s?(?:${YEAR}|\\d\\d)`),
  date(`${MONTH}\\s?[./-]\\s?${DAY}\\s?[./-]\\s?(?:${YEAR}|\\d\\d)`),
  date(`${DAY}\\.${MONTH}\\.?\\s?-\\s?${DAY}\\.${MONTH}\\.(?:${YEAR}|\\d\\d)`),
  date(`${MONTH}/${YEAR}`),
  date(`${YEAR}\\s?[-/]\\s?(?:${YEAR}|\\d\\d)`),
  /\d{4}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?日)?/g,
  /\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|uhr|h)?\s?(?:-|to|bis|à|~)\s?\d{1,2}[:.h]\d{2}\s?(?:am|pm|a\.m\.?|p\.m\.?|uhr|h)?/gi,
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g,
  /(?<!\d)\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])/gi,
  // Money, measures, shares.
  /[$€£¥￥₩₹]\s?\d[\d.,\s]*/g,
  /(?<![\d-])\d[\d.,]*\s?(?:USD|EUR|GBP|CNY|RMB|JPY|元|円|万|€|£|%|°|㎡|m²|m2|km|kg|mm|cm|px|sq\.? ?ft|kB|MB|GB)(?![\p{L}])/gu,
  /(?<!\d)\d{1,3}(?:\.\d{3})+,\d{2}(?!\d)|(?<!\d)\d{1,3}(?:,\d{3})+(?:\.\d{2})?(?!\d)/g,
  // IBAN; a coordinate pair; a dotted network address; a decimal fraction; digits starred out.
  /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b/g,
  /-?\d{1,3}\.\d{4,},?\s?-?\d{1,3}\.\d{4,}/g,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?<!\d{2}\.\d{2}\.\d{2}\.\d{2})/g,
  /\d*\*{2,}\d*/g,
  /(?<![\p{L}\d+])[A-Z]{2}-?\d{8,12}(?!\d)/gu,
  // "MA 01803-2050": a postal code behind its state.
  new RegExp(`\\b${US_STATE}[.,]?\\s{1,2}\\d{5}(?:\\s?-\\s?\\d{4})?(?![\\d-])`, 'gu'),
  // The number of a room, a box, a page.
  /\b(?:suite|ste|unit|room|rm|box|page|floor|apt|level|building|bldg|plot|lot)\b\.?\s?#?\s?\d+[A-Z]?\b/gi,
];

/** A word, then maybe "No." and a colon, then something with digits: what an identifier looks like behind its label. */
const LABELLED_DIGITS =
  /([\p{L}][\p{L}\p{M}\d.&/'’#°()-]*(?:\s[\p{L}#&][\p{L}\p{M}.&/'’#°-]*){0,3}?)\s*(?:n[°or]\.?|no\.?|nr\.?|#|is)?\s*[:#]?\s*([A-Z]{0,3}[-\s]?\d[\dA-Z]*(?:[ .\-/][\dA-Z]*\d[\dA-Z]*)*)/giu;

/** "License 12345 303-555-0133": the number of the licence ends where a telephone number begins. */
const PHONE_BEHIND = /(?<=\d) (?=\d{3}[-. ]\d{3}[-. ]\d{4}$)/;

const blank = (text: string): string => MASK.repeat(text.length);

/** Replaces what is no phone (addresses, dates, hours, money, numbers of tax, bank, register and licence) by a mask. */
export function maskNonPhones(text: string): string {
  let masked = text;
  for (const shape of SHAPES) masked = masked.replace(shape, blank);
  return maskIdentifiers(masked);
}

function maskIdentifiers(text: string): string {
  return text.replace(LABELLED_DIGITS, (whole, label: string, digits: string) => {
    if (!isIdentifierLabel(label)) return whole;
    const at = whole.lastIndexOf(digits);
    const phoneBehind = PHONE_BEHIND.exec(digits)?.index ?? digits.length;
    return whole.slice(0, at) + blank(digits.slice(0, phoneBehind)) + digits.slice(phoneBehind);
  });
}

/** "SIRET Code", "VAT registration number": what follows the identifier's name says no more than that it is one. */
const GENERIC_END = /(?:\s+(?:code|number|numéro|nummer|numero|no|nr|n°|id|registration|reg|de))+[.:#]*$/i;

/** Whether the last words before a number name an identifier ("our VAT registration No"). */
function isIdentifierLabel(label: string): boolean {
  const words = label.replace(GENERIC_END, '').split(/\s+/);
  for (let from = 0; from < words.length; from += 1) {
    const field = fieldOfWholeLabel(words.slice(from).join(' '));
    if (field !== undefined) return field === 'identifier';
  }
  return (
    /(?:代码|证号|证|备案|备|账号|帐号|卡号|税号|编号|許可|番号)第?$/u.test(label) &&
    !/电话|電話|手机|传真/u.test(label)
  );
}
