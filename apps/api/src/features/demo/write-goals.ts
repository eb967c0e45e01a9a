import type { Locale } from '@milepost/contract/organisation';
import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Work } from '../../db/work.ts';
import { blankGoal, goals, ledProjects } from '../goals/store.ts';
import { skills } from '../skills/store.ts';

/** What the projects of the demonstration are called, and what came of one. */
const words: Readonly<Record<Locale, { finished: string; running: string; departments: string; outcome: string }>> = {
  en: {
    finished: 'Spare parts within two days',
    running: 'One price list for all regions',
    departments: 'Sales, service, logistics',
    outcome: 'Spare parts reach customers in two days instead of five.',
  },
  'zh-Hans': {
    finished: '备件两天送达',
    running: '各区域统一价目表',
    departments: '销售、服务、物流',
    outcome: '备件送达客户由五天缩短为两天。',
  },
  'zh-Hant': {
    finished: '備件兩天送達',
    running: '各區域統一價目表',
    departments: '銷售、服務、物流',
    outcome: '備件送達客戶由五天縮短為兩天。',
  },
};

/** Of every third rep the goals that are measured from records: faster deals, less discount, data skills, a project led. */
export async function writeGoals(
  work: Work,
  locale: Locale,
  today: string,
  reps: readonly { id: string }[],
): Promise<void> {
  const month = (away: number) => toIso(addMonths(toDay(today), away));
  const data = (await skills.all(work.db, work.actor.orgId)).find(
    ({ external_id }) => external_id === 'starter:data-skills',
  );
  const said = words[locale];
  for (const [at, { id: person_id }] of reps.entries()) {
    if (at % 3 !== 0) continue;
    const compared = { person_id, base_from_on: month(-14), from_on: month(-7), due_on: month(3) };
    const goal = (more: object) =>
      goals.create(work, { ...blankGoal, ...compared, id: work.newId(), ...more } as Parameters<
        typeof goals.create
      >[1]);
    await goal({ kind: 'cycle', wanted: 0.2 });
    await goal({ kind: 'discount', wanted: 0.02 });
    await goal({ kind: 'projects', wanted: 1 + (at % 2), base_from_on: null });
    if (data) await goal({ kind: 'level', wanted: 3, skill_id: data.id, base_from_on: null, from_on: null });
    await ledProjects.create(work, {
      ...{ id: work.newId(), person_id, name: said.finished, departments: said.departments },
      ...{ from_day: month(-6), finished_on: month(-1), outcome: said.outcome },
    });
    await ledProjects.create(work, {
      ...{ id: work.newId(), person_id, name: said.running, departments: said.departments },
      ...{ from_day: month(-2), finished_on: null, outcome: null },
    });
  }
}
