import type { Locale } from '@milepost/contract/organisation';

import type { DemoNames } from './demo-names.ts';
import { english } from './names-en.ts';
import { hans, hant } from './names-zh.ts';

export const demoNames: Readonly<Record<Locale, DemoNames>> = { en: english, 'zh-Hans': hans, 'zh-Hant': hant };
