import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { Locale } from '@milepost/contract/organisation';
import { scoringSubjects } from '@milepost/contract/scoring';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { organisations } from '../organisation/store.ts';
import { facts } from '../sales/facts-store.ts';
import { trainWhenDue } from '../scoring/train-model.ts';
import { plainSettings, setUp } from '../set-up/set-up.ts';
import { makeTarget } from '../targets/make-target.ts';
import { publishTarget } from '../targets/publish-target.ts';
import { demoNames } from './names.ts';
import { planYear } from './plan-year.ts';
import { demoMailboxes, demoPassword } from './sign-ins.ts';
import { writeDemo } from './write-demo.ts';
import { writeMeasures } from './write-measures.ts';
import { writeMix } from './write-mix.ts';

const places: Record<Locale, { timeZone: string; country: string; currency: string }> = {
  en: { timeZone: 'Europe/Berlin', country: 'DE', currency: 'EUR' },
  'zh-Hans': { timeZone: 'Asia/Shanghai', country: 'CN', currency: 'CNY' },
  'zh-Hant': { timeZone: 'Asia/Taipei', country: 'TW', currency: 'TWD' },
};

/** This year is to bring so much more than the twelve months before it. */
const uplift = 1.15;

/**
 * Makes the demonstration organisation in an empty database: the same each time for one day and language. It is marked as a
 * demonstration, so its sign-ins are shown.
 * @throws Failure `already-set-up`
 */
export async function openDemo(
  deps: Deps,
  locale: Locale,
): Promise<{ organisation: string; signIn: { email: string; password: string } }> {
  const names = demoNames[locale];
  const { currency, ...place } = places[locale];
  if ((await organisations.all(deps.db)).length > 0) throw new Failure('already-set-up');
  const email = demoMailboxes[0] ?? '';
  const { orgId, personId } = await setUp(
    deps,
    {
      organisation: {
        ...plainSettings(names.organisation, currency),
        ...place,
        locale,
        dateFormat: locale === 'en' ? 'dmy' : 'ymd',
      },
      admin: { id: deps.newId(), name: names.people[0] ?? '', email, password: demoPassword },
    },
    { onlyFirst: true, isDemo: true },
  );
  await writeDemo(deps, orgId, personId, locale);
  const actor = operatorOf(await organisations.get(deps.db, orgId));
  const today = deps.clock.today(actor.organisation.timeZone);
  const { year, label } = fiscalYearOf(toDay(today), fiscalOf(actor.organisation));
  const start = monthsOf(actor.organisation, year)[0]?.from ?? today;
  const before = { from: `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`, to: toIso(toDay(start) - 1) };
  const sold = (await facts.sumBy(deps.db, actor, 'line', before)).reduce((sum, line) => sum + line.value, 0);
  const target = await makeTarget(deps, actor, {
    id: deps.newId(),
    name: names.target(label),
    fiscalYear: year,
    totalMinor: Math.round((sold * uplift) / 1_000_000) * 1_000_000,
    months: { kind: 'history' },
    weightsFrom: before,
  });
  await publishTarget(deps, actor, target.id, target.version, names.target(label));
  await writeMeasures(deps, actor, { fiscalYear: year, label, from: start, before });
  await writeMix(deps, actor, { fiscalYear: year, name: names.mix(label), today });
  for (const subject of scoringSubjects) await trainWhenDue(deps, actor, subject);
  await planYear(deps, actor, { fiscalYear: year, today, total: target.total_minor });
  return { organisation: names.organisation, signIn: { email, password: demoPassword } };
}
