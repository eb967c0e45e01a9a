import { isPageWord } from '../company/page-title.ts';
import { countryNamed } from '../country/country-names.ts';
import { isChineseName, isGivenName } from '../vocabulary/given-names.ts';
import { namesPosition } from '../vocabulary/job-titles.ts';
import { isFamilyNameWord, isNoNameWord } from '../vocabulary/not-names.ts';

/** How sure a text is a person's name: the parts a reader keeps, and a ratio. */
export type NameReading = { name: string; confidence: number; hasCredentials: boolean };

const HONORIFIC =
  /^(?:(?:prof\.?\s?)?dr\.?(?:-ing\.?|\s(?:med|rer|phil|jur|h\.?c|iur)\.?(?:\s\p{Ll}+\.?)?)|mr|mrs|ms|miss|mx|dr|prof|professor|rev|hon|sir|dame|lady|lord|herr|frau|fr|hr|dipl\.?-ing|dipl\.?-kfm|mag|ing|m|mme|mlle|monsieur|madame|me|sr|sra|srta|don|doña|sig|sig\.ra|dott|dott\.ssa|avv|arch|dhr|mevr|mw|pan|pani|г-н|г-жа)\.?\s+(?=\p{Lu})/iu;
const HONORIFICS_ONLY_DOTTED = /^(?:fr|hr|m|me|ing|mag|don|sig|arch|pan)\s/i;
const SUFFIX =
  /,?\s+(?:jr|sr|ii|iii|iv|esq|ph\.?\s?d|m\.?d|j\.?d|mba|m\.?b\.?a|cpa|cfa|cfp|p\.?e|r\.?n|d\.?d\.?s|d\.?v\.?m|ll\.?m|ll\.?b|b\.?a|m\.?a|b\.?sc|m\.?sc|ckd|cmfo|ccim|crs|gri|rdh|da|efda|l\.?e|pa-?c|gnp-c|np|msn|crna|lcsw|lmft|lpc|ms|arrt|cdt|dmd|d\.?m\.?d|pmp|phr|sphr|aia|leed ap|facs|fache|obe|mbe|cbe|ma|msc|bsc|rn|dds|cpcu|clu|chfc|cissp|esquire)\.?(?=$|[\s,])/giu;
const PARTICLE =
  /^(?:de|da|do|dos|das|di|del|della|der|den|van|von|zu|zum|la|le|el|al|bin|binti|ibn|ben|ter|ten|'t|y|e|st\.?)$/i;
const WORD = /^\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*\.?$/u;
const INITIAL = /^\p{Lu}\.?(?:-?\p{Lu}\.)*$/u;
const NICKNAME = /\s*[("“‘']\p{Lu}[\p{L}]{1,14}[)"”’']\s*/u;
const LONGEST = 48;

/**
 * Reads a text as one person's name and nothing else. Western names need two to five capitalised words, none of them from
 * the language of menus; a known given name, an initial or a form of address makes them sure.
 */
export function personName(text: string): NameReading | undefined {
  const trimmed = text.replace(/\s+/g, ' ').replace(/^[\s•·*–—>-]+|[\s,;:|–—-]+$/g, '');
  if (trimmed.length < 2 || trimmed.length > LONGEST) return undefined;
  if (/[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]/.test(trimmed)) return eastAsianName(trimmed);
  return westernName(trimmed);
}

function westernName(text: string): NameReading | undefined {
  if (/[\d@/\\:;!?&+=<>[\]{}_#$%©®™]/.test(text)) return undefined;
  let core = text;
  let confidence = 0;
  const honorific = HONORIFIC.exec(core)?.[0];
  const isCourtesy =
    honorific !== undefined &&
    (!HONORIFICS_ONLY_DOTTED.test(honorific) || isGivenName(core.slice(honorific.length).split(' ')[0] ?? ''));
  if (honorific !== undefined && isCourtesy) {
    core = core.slice(honorific.length);
    confidence += 0.3;
  }
  const bare = core.replace(SUFFIX, '').replace(/,\s*$/, '');
  if (bare !== core) confidence += 0.2;
  const words = bare.replace(NICKNAME, ' ').trim().split(' ');
  if (bare.includes(',') || words.length > 5 || words.length < (honorific === undefined ? 2 : 1)) return undefined;
  if (!words.every((word, index) => isNamePart(word, index, words.length))) return undefined;
  const isKnown = isGivenName(words[0] ?? '');
  // "Tower C": a letter at the end is a family name cut short only behind a known given name.
  if (!isKnown && INITIAL.test(words.at(-1) ?? '')) return undefined;
  const full = words.filter((word) => !INITIAL.test(word) && !PARTICLE.test(word));
  if (full.length === 0) return undefined;
  if (full.some((word, index) => isForeignToNames(word, index, { isKnown, count: full.length }))) return undefined;
  if (namesPosition(full.slice(isKnown ? 1 : 0).join(' ')) || namesCountry(bare, full, isKnown)) return undefined;
  if (isKnown) confidence += 0.45;
  // A word in capitals among others that are not is an abbreviation, and so of a firm.
  else if (full.some(isCapitals) && !full.every(isCapitals)) return undefined;
  else if (words.length > 1 && isGivenName(full.at(-1) ?? '') && full.length > 1) confidence += 0.15;
  if (words.slice(1).some((word) => INITIAL.test(word))) confidence += 0.15;
  if (full.every(isCapitals)) confidence -= 0.1;
  return {
    name: bare.replace(/^[\s,]+|[\s,]+$/g, ''),
    confidence: Math.min(0.95, 0.35 + confidence),
    hasCredentials: bare !== core,
  };
}

/** "Hong Kong", "Acme Kazakhstan". Behind a known given name a country may be a family name ("Anna Jordan"). */
const namesCountry = (name: string, words: readonly string[], isKnown: boolean): boolean =>
  countryNamed(name, '') !== undefined || (!isKnown && words.some((word) => countryNamed(word, '') !== undefined));

const isCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

/** A word of menus and trades; as a family name behind a known given name ("Dave Wood") some of them are at home. */
function isForeignToNames(
  word: string,
  index: number,
  { isKnown, count }: { isKnown: boolean; count: number },
): boolean {
  if (!isNoNameWord(word)) return false;
  if (index === 0) return !isKnown;
  return !(isKnown && index === count - 1 && isFamilyNameWord(word));
}

function isNamePart(word: string, index: number, count: number): boolean {
  if (PARTICLE.test(word)) return index > 0 && index < count - 1 ? true : WORD.test(word);
  return WORD.test(word) || INITIAL.test(word);
}

function eastAsianName(text: string): NameReading | undefined {
  // Two links of a menu beside each other look like family name and given name.
  if (text.split(/\s/).every(isPageWord)) return undefined;
  const polite = /^([\u3400-\u9fff]{1,4})\s?(?:先生|女士|小姐|太太|老师|老師|様|さん|氏)$/u.exec(text);
  if (polite?.[1] !== undefined && (isChineseName(polite[1]) || polite[1].length === 1))
    return { name: text, confidence: 0.85, hasCredentials: false };
  if (isChineseName(text)) return { name: text.replace(/\s+/g, ''), confidence: 0.6, hasCredentials: false };
  if (/^[\u3400-\u9fff]{1,3}[\s\u3000][\u3400-\u9fff\u3040-\u30ff]{1,4}$/u.test(text))
    return { name: text, confidence: 0.5, hasCredentials: false };
  if (
    /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구][\uac00-\ud7af]{1,2}$/u.test(text)
  )
    return { name: text, confidence: 0.6, hasCredentials: false };
  return undefined;
}
