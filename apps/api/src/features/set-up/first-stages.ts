import type { Locale } from '@milepost/contract/organisation';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Work } from '../../db/work.ts';
import { stages } from '../pipeline/store.ts';

const names: Record<Locale, readonly [string, string, string, string, string, string]> = {
  en: ['Prospecting', 'Qualified', 'Proposal', 'Negotiation', 'Won', 'Lost'],
  'zh-Hans': ['发掘', '已确认', '方案报价', '谈判', '赢单', '输单'],
  'zh-Hant': ['發掘', '已確認', '方案報價', '談判', '贏單', '輸單'],
};
const shape = [
  { category: 'open', probability_bp: 1000 },
  { category: 'open', probability_bp: 2500 },
  { category: 'open', probability_bp: 5000 },
  { category: 'open', probability_bp: 7500 },
  { category: 'won', probability_bp: 10000 },
  { category: 'lost', probability_bp: 0 },
] as const;

/** The stages a new organisation begins with; its administrator changes them. */
export async function firstStages(work: Work, locale: Locale): Promise<void> {
  for (const [position, stage] of shape.entries()) {
    const name = names[locale][position] ?? '';
    await stages.create(work, {
      id: work.newId(),
      name,
      name_key: foldName(name),
      position,
      ...stage,
      minutes_each: null,
    });
  }
}
