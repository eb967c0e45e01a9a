import type { Locale } from '@milepost/contract/organisation';
import type { NewRolePlayScenario } from '@milepost/contract/role-play';
import en from './en.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };
import zhHant from './zh-Hant.json' with { type: 'json' };

/** Scenarios of our own writing, in each language. */
export const starterScenarios: Readonly<Record<Locale, readonly Omit<NewRolePlayScenario, 'id'>[]>> = {
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
