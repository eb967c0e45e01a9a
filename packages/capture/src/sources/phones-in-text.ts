import type { Candidate, CandidateOf } from '../candidate.ts';
import { countryNamed } from '../country/country-names.ts';
import { iconLabel, type LabelHit, labelAbove, labelAfter, labelBefore } from '../label-context.ts';
import type { LeadPhone, PhoneKind } from '../lead.ts';
import { type Line, pathOf, placeAt } from '../page-text.ts';
import { extensionsAlone } from '../phone/extension.ts';
import { type FoundPhone, readPhones } from '../phone/read-phones.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import type { LabelField } from '../vocabulary/contact-labels.ts';

const KIND_OF_LABEL: Partial<Record<LabelField, PhoneKind>> = {
  phone: 'tel',
  mobile: 'mobile',
  fax: 'fax',
  pager: 'pager',
  home: 'home',
  whatsapp: 'whatsapp',
};

/** Telephone numbers a visitor can read, each with its kind, its extension and its country. */
export function phonesInTextSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  for (const line of context.page.lines) {
    budget.check();
    const plain = context.plain[line.index] ?? '';
    if (!mayHoldPhone(plain) || context.isNoise(line)) continue;
    readLine(line, plain, context, add);
  }
}

/** "微信同号": the mobile's number is the WeChat name as well. It stands behind the number, a name or a bracket between them. */
const SAME_ON_WECHAT = /^[^\d]{0,16}(?:微信同号|同微信|微信同步|微信同號|手机微信同号)/u;

const FEWEST_DIGITS = 7;
const EXTENSION_OR_LETTERS =
  /\bext|\bex[ .:]|x\d|durchwahl|分机|分機|内线|內線|内線|내선|转|轉|\d[-.\s)]+[A-Z\d-]*[A-Z]{3}/i;

/** Seven digits, or fewer with an extension or letters that dial: all other lines are passed by. */
function mayHoldPhone(plain: string): boolean {
  let digits = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    if (digits >= FEWEST_DIGITS) return true;
  }
  return digits > 1 && EXTENSION_OR_LETTERS.test(plain);
}

function readLine(line: Line, plain: string, context: ReadingContext, add: (candidate: Candidate) => void): void {
  let above: { hit: LabelHit | undefined } | undefined;
  const labelOver = (): LabelHit | undefined => {
    above ??= { hit: labelAbove(context, line) };
    return above.hit;
  };
  const lead = countryBefore(plain, context.evidence.lang);
  const phones = readPhones(plain, {
    known: [...(lead === undefined ? [] : [lead]), ...knownCountries(line, context)],
    guesses: context.country.guesses,
    isLabelled: (from, at, end) =>
      (lead !== undefined && from === 0) ||
      isPhoneLabel(labelOf(line, plain, from, at, labelOver)) ||
      isPhoneLabel(labelAfter(plain, end)),
  });
  let from = 0;
  let carried: LabelField | undefined;
  for (const phone of phones) {
    const label = labelOf(line, plain, from, phone.start, labelOver);
    const isNext = from > 0 && /^[\s,;/&]*(?:or|and|oder|und)?[\s,;/&]*$/i.test(plain.slice(from, phone.start));
    if (label !== undefined) carried = label;
    else if (!isNext) carried = undefined;
    const behind = labelAfter(plain, phone.end);
    const isKindSaid = isPhoneLabel(carried) || isPhoneLabel(behind);
    const candidate = candidateOf(phone, kindOf(phone, carried, behind), line);
    add(isKindSaid ? { ...candidate, isKindSaid } : candidate);
    if (SAME_ON_WECHAT.test(plain.slice(phone.end, phone.end + 26)) && phone.e164 !== null) {
      const handle = phone.e164.replace(/^\+86/, '');
      const { phone: _number, ...found } = candidate;
      add({ ...found, field: 'profile', value: `weixin:${handle}` });
    }
    from = phone.end;
  }
  for (const extension of extensionsAlone(plain)) {
    if (phones.some((phone) => extension.start < phone.end && phone.start < extension.end)) continue;
    const value = line.text.slice(extension.start, extension.end);
    const phone: LeadPhone = { value, e164: null, extension: extension.digits, kind: 'tel' };
    const place = placeAt(line, extension.start);
    add({
      field: 'phone',
      value,
      phone,
      raw: value,
      source: 'text',
      path: pathOf(place),
      offset: extension.start,
      confidence: 0.7,
      place,
      line,
    });
  }
}

/** "UK: 020 7946 0000", "Deutschland 030 …": the country a line opens with. */
function countryBefore(plain: string, lang: string): string | undefined {
  const words = /^([\p{L}][\p{L}. ]{1,30}?)\s?[:(\d+-]/u.exec(plain)?.[1];
  return words === undefined ? undefined : countryNamed(words, lang.split(/[-_]/)[0] ?? '');
}

function knownCountries(line: Line, context: ReadingContext): readonly string[] {
  const { near, site, user } = context.country;
  return [...new Set([...near(line), ...site, ...(user === undefined ? [] : [user])])];
}

/** The nearest label: before the number in its line, an icon before it, or the line above when the number opens its line. */
function labelOf(
  line: Line,
  plain: string,
  from: number,
  at: number,
  labelOver: () => LabelHit | undefined,
): LabelField | undefined {
  const before = labelBefore(plain, from, at)?.field ?? iconLabel(line, from, at);
  if (before !== undefined) return before;
  return from === 0 && at <= 2 ? labelOver()?.field : undefined;
}

const isPhoneLabel = (label: LabelField | undefined): boolean =>
  label !== undefined && KIND_OF_LABEL[label] !== undefined;

function kindOf(phone: FoundPhone, before: LabelField | undefined, after: LabelField | undefined): PhoneKind {
  const said = before === undefined ? undefined : KIND_OF_LABEL[before];
  const behind = after === undefined ? undefined : KIND_OF_LABEL[after];
  if (said !== undefined && said !== 'tel') return said;
  if (behind !== undefined && behind !== 'tel') return behind;
  return phone.isMobile ? 'mobile' : 'tel';
}

function candidateOf(found: FoundPhone, kind: PhoneKind, line: Line): CandidateOf<'phone'> {
  const value = line.text.slice(found.start, found.end);
  const place = placeAt(line, found.start);
  const phone: LeadPhone = { value, e164: found.e164, kind };
  if (found.extension !== undefined) phone.extension = found.extension;
  return {
    field: 'phone',
    value,
    phone,
    raw: value,
    source: 'text',
    path: pathOf(place),
    offset: found.start,
    confidence: found.confidence,
    place,
    line,
  };
}
