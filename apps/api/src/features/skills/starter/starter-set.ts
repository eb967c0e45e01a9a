import type { Locale } from '@milepost/contract/organisation';
import en from './en.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

/** What the starter set says, in one language: skills with their six levels, and the names of the rest. */
export type StarterWords = typeof en;
export type StarterRole = keyof StarterWords['rungs'];
export type StarterCertificate = keyof StarterWords['certificates'];
export const starterWords: Readonly<Record<Locale, StarterWords>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

type Asked = readonly (readonly [skill: string, required: number, weight: number])[];
const seller: Asked = [
  ['prospecting', 2, 2],
  ['first-contact', 2, 2],
  ['qualification', 2, 1],
  ['discovery', 2, 3],
  ['listening', 2, 2],
  ['presentation', 2, 1],
  ['objection-handling', 2, 2],
  ['negotiation', 2, 2],
  ['closing', 2, 2],
  ['crm-discipline', 3, 1],
];
/** The same skills, each one level higher. */
const raised = (asked: Asked, by = 1): Asked =>
  asked.map(([skill, required, weight]) => [skill, Math.min(5, required + by), weight]);
const senior: Asked = [...raised(seller), ['value-case', 2, 2], ['account-planning', 3, 2], ['forecasting', 3, 1]];

type StarterRung = {
  role: StarterRole;
  track: 'management' | 'specialist';
  from: readonly StarterRole[];
  months: number | null;
  certificates: readonly StarterCertificate[];
  asked: Asked;
};

/** Two ways up that part after the second rung and touch once more: an expert may still come to lead. */
export const starterLadder: readonly StarterRung[] = [
  { role: 'rep', track: 'specialist', from: [], months: null, certificates: ['product'], asked: seller },
  {
    ...{ role: 'senior', track: 'specialist', from: ['rep'], months: 18 },
    ...{ certificates: ['product', 'compliance'], asked: senior },
  },
  {
    ...{
      role: 'expert',
      track: 'specialist',
      from: ['senior'],
      months: 24,
      certificates: ['negotiator', 'compliance'],
    },
    asked: [...raised(senior), ['buying-centre', 4, 2], ['competitor-knowledge', 3, 1]],
  },
  {
    ...{ role: 'principal', track: 'specialist', from: ['expert'], months: 36 },
    ...{ certificates: ['negotiator', 'compliance', 'coach'] },
    asked: [...raised(senior, 2), ['buying-centre', 5, 2], ['data-skills', 4, 1], ['coaching', 3, 1]],
  },
  {
    ...{ role: 'lead', track: 'management', from: ['senior', 'expert'], months: 24 },
    ...{ certificates: ['compliance', 'coach'] },
    asked: [...senior, ['coaching', 3, 3], ['team-leadership', 2, 3], ['planning-targets', 2, 2], ['recruiting', 2, 1]],
  },
  {
    ...{ role: 'head', track: 'management', from: ['lead'], months: 36, certificates: ['compliance', 'coach'] },
    asked: [
      ['coaching', 4, 3],
      ['team-leadership', 4, 3],
      ['planning-targets', 4, 3],
      ['recruiting', 4, 2],
      ['business-acumen', 4, 2],
      ['forecasting', 4, 2],
      ['teamwork', 4, 2],
      ['data-skills', 3, 1],
    ],
  },
];

/** How long each certificate holds. */
export const starterCertificates = {
  product: { mode: 'completion', months: 24, windowMonths: 2 },
  negotiator: { mode: 'expiry', months: 24, windowMonths: 3 },
  compliance: { mode: 'fixed', months: 12, leastMonths: 6, baseOn: '2025-12-31', windowMonths: 1 },
  coach: { mode: 'forever' },
} as const satisfies Record<StarterCertificate, object>;
