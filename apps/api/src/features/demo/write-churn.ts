import type { Locale } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { foldName } from '@milepost/core/identity/fold-name';
import { toJson } from '../../db/columns.ts';
import type { Work } from '../../db/work.ts';
import { renewals, winBackTemplates } from '../churn/store.ts';
import { riskDrills, risks } from '../risks/store.ts';
import { churnNames } from './churn-names.ts';

type Owned = { id: string; ownerId: string };

/** A prepared plan, contracts that come to their end with how others went, and a risk that was rehearsed once. */
export async function writeChurn(
  work: Work,
  { locale, today, currency, managerId }: { locale: Locale; today: string; currency: string; managerId: string },
  accounts: readonly Owned[],
): Promise<void> {
  const names = churnNames[locale];
  const day = (away: number) => toIso(toDay(today) + away);
  await winBackTemplates.create(work, {
    ...{ id: work.newId(), name: names.template, name_key: foldName(names.template), offer: names.offer },
    cost_minor: 800_00,
    steps: toJson(
      names.steps.map((name, at) => ({ name, kind: at === 1 ? 'visit' : 'call', afterDays: [0, 5, 12][at] ?? 0 })),
    ),
  });
  for (const [at, { id, ownerId }] of accounts.slice(0, 24).entries()) {
    const isOpen = at < 6;
    await renewals.create(work, {
      ...{ id: work.newId(), account_id: id, owner_id: ownerId, backup_id: null },
      ...{ name: names.contract, name_key: foldName(names.contract), nth: 1 + (at % 3), currency },
      ends_on: isOpen ? day(20 + at * 15) : day(-30 - at * 9),
      outcome: isOpen ? 'open' : at % 4 === 0 ? 'ended' : 'renewed',
      amount_minor: 12_000_00 + at * 500_00,
      decided_on: isOpen ? null : day(-35 - at * 9),
    });
  }
  const { row } = await risks.create(work, {
    ...{
      id: work.newId(),
      name: names.risk,
      name_key: foldName(names.risk),
      kind: 'customer-loss',
      about: names.about,
    },
    ...{ owner_id: managerId, likelihood: 3, impact: 4, status: 'watching', step_ids: toJson([]) },
    trigger: toJson({ measure: 'revenue', days: 90, fires: 'below', threshold: 1_000_00 }),
    steps: toJson(names.response.map((name, at) => ({ name, kind: 'call', answerableId: null, afterDays: at * 2 }))),
    ...{ fired_on: null, fired_value: null, lesson: null },
  });
  await riskDrills.create(work, {
    ...{ id: work.newId(), risk_id: row.id, owner_id: managerId, by_id: managerId, on_day: day(-40) },
    ...{ result: 'partly', note: names.drill },
  });
}
