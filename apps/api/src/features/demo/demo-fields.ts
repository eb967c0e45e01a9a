import type { Locale } from '@milepost/contract/organisation';
import { foldName } from '@milepost/core/identity/fold-name';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { accounts } from '../accounts/store.ts';
import { columnsOfFields } from '../fields/record-fields-store.ts';
import { customFields } from '../fields/store.ts';
import type { DemoAccount } from './demo-books.ts';

type Words = { terms: string; termsKept: readonly string[]; contractEnds: string; tags: readonly string[] };
const words: Readonly<Record<Locale, Words>> = {
  en: {
    terms: 'Payment terms',
    termsKept: ['30 days', '60 days', 'In advance'],
    contractEnds: 'Contract ends',
    tags: ['Key account', 'Reference', 'Met at a fair'],
  },
  'zh-Hans': {
    terms: '付款条件',
    termsKept: ['30 天', '60 天', '预付'],
    contractEnds: '合同到期',
    tags: ['重点客户', '标杆客户', '展会结识'],
  },
  'zh-Hant': {
    terms: '付款條件',
    termsKept: ['30 天', '60 天', '預付'],
    contractEnds: '合約到期',
    tags: ['重點客戶', '標竿客戶', '展會結識'],
  },
};

/** Two fields of its own for accounts, and tags and values on some of them: of most nobody has said anything. */
export async function writeFields(
  work: Work,
  locale: Locale,
  { today, firms }: { today: string; firms: readonly DemoAccount[] },
): Promise<void> {
  const { terms, termsKept, contractEnds, tags } = words[locale];
  const field = (name: string, type: 'choice' | 'day', position: number, choices: readonly string[]) =>
    customFields.create(work, {
      ...{ id: work.newId(), subject: 'account' as const, name, name_key: foldName(name), type, position },
      ...{ choices: toJson(choices), is_required: 0 as const },
    });
  const kept = (await field(terms, 'choice', 10, termsKept)).row.id;
  const ends = (await field(contractEnds, 'day', 20, [])).row.id;
  const year = Number(today.slice(0, 4));
  for (const [at, { id }] of firms.entries()) {
    if (at % 4 !== 0) continue;
    const { version } = await accounts.get(work.db, work.actor, id);
    const values = {
      [kept]: termsKept[(at / 4) % termsKept.length] ?? '',
      ...(at % 8 === 0 ? { [ends]: `${year + (at % 3)}-${String((at % 12) + 1).padStart(2, '0')}-28` } : {}),
    };
    const tag = tags[(at / 4) % tags.length];
    await accounts.update(work, id, version, columnsOfFields(tag ? [tag] : [], values));
  }
}
