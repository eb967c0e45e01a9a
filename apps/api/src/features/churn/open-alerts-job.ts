import { toDay } from '@milepost/core/calendar/civil-day';
import { purchasesOf } from '@milepost/core/churn/customer-rhythm';
import { fitRhythm } from '@milepost/core/churn/fit-rhythm';
import { healthOf } from '@milepost/core/churn/health';
import { decideAlert } from '@milepost/core/churn/override';
import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import { toJson } from '../../db/columns.ts';
import type { ChurnAlertTable, ChurnOverrideTable } from '../../db/tables/churn.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import type { Job } from '../../jobs/job.ts';
import { organisations } from '../organisation/store.ts';
import { decidingFacts, factsOfAccount, isLost, type Yardstick } from './churn-facts.ts';
import { churnSettings } from './settings-store.ts';
import { accountPages, decidedRenewals, signalsOf } from './signals-store.ts';
import { alerts, churnModels, lockChurn, overrides, rhythmOf, winBacks } from './store.ts';

/** What was learnt is learnt anew after so many days. */
const fitEveryDays = 7;

/** Learns the rhythm of all customers, when that was not done lately. */
async function learnRhythm(deps: Deps, actor: Actor, today: string): Promise<boolean> {
  const last = await churnModels.latest(deps.db, actor.orgId);
  if (last && toDay(today) - toDay(last.fitted_on) < fitEveryDays) return false;
  const customers = [];
  for await (const page of accountPages(deps.db, actor.orgId)) {
    const ids = page.map(({ id }) => id);
    const { days } = await signalsOf(deps.db, actor.orgId, ids, today);
    for (const own of days.values()) {
      const purchases = purchasesOf(own, toDay(today));
      if (purchases) customers.push(purchases);
    }
  }
  const fitted = fitRhythm(customers);
  await deps.transact(actor, (work) =>
    churnModels.create(work, {
      id: work.newId(),
      fitted_on: today,
      customers: customers.length,
      rhythm: fitted.status === 'ok' ? toJson(fitted.rhythm) : null,
      degenerate: fitted.status === 'ok' ? fitted.degenerate : null,
    }),
  );
  return true;
}

/** What customers are judged by today: thresholds, what was learnt, and how renewals ended. */
export async function yardstickOf({ db }: Pick<Deps, 'db'>, actor: Actor, today: string): Promise<Yardstick> {
  const [settings, model, decided] = await Promise.all([
    churnSettings.inForce(db, actor),
    churnModels.latest(db, actor.orgId),
    decidedRenewals(db, actor.orgId),
  ]);
  return { today, settings, rhythm: rhythmOf(model), decided };
}

const daysSinceClosed = (own: readonly ChurnAlertTable[], today: string): number | null => {
  const closed = own.flatMap(({ closed_on }) => closed_on ?? []).sort();
  const last = closed.at(-1);
  return last === undefined ? null : toDay(today) - toDay(last);
};

type Standing = { id: string; owner_id: string | null; backup_id: string | null; status: string };
type Counts = { opened: number; closed: number };

/** Decides about one customer. A plan under way keeps its alert, whatever the figures say. */
async function decideAbout(
  work: Work,
  account: Standing,
  {
    own,
    override,
    hasPlan,
    facts,
    yardstick,
  }: {
    own: readonly ChurnAlertTable[];
    override: ChurnOverrideTable | undefined;
    hasPlan: boolean;
    facts: ReturnType<typeof factsOfAccount>;
    yardstick: Yardstick;
  },
  counts: Counts,
): Promise<void> {
  const { today, settings } = yardstick;
  const [open, ...doubled] = own.filter(({ status }) => status === 'open');
  for (const one of doubled) {
    await alerts.update(work, one.id, one.version, { status: 'closed', closed_on: today, ending: 'doubled' });
    counts.closed += 1;
  }
  const gone = isLost(facts, yardstick) || account.status === 'lost';
  const state = { isOpen: open !== undefined, daysSinceClosed: daysSinceClosed(own, today) };
  const said = override ? { verdict: override.verdict, until: override.until_day } : null;
  const decision = decideAlert(decidingFacts(facts), settings, state, { override: said, today, isLost: gone });
  if (decision.status === 'open') {
    await alerts.create(work, {
      id: work.newId(),
      account_id: account.id,
      owner_id: account.owner_id,
      backup_id: account.backup_id,
      opened_on: today,
      status: 'open',
      closed_on: null,
      ending: null,
      signs: toJson(decision.signs),
      facts: toJson(facts),
      score: healthOf(decidingFacts(facts), settings, settings.points).score,
    });
    counts.opened += 1;
  }
  if (decision.status !== 'close' || !open || hasPlan) return;
  const ending = said?.verdict === 'safe' ? 'overridden' : gone ? 'lost' : 'recovered';
  await alerts.update(
    work,
    open.id,
    open.version,
    { status: 'closed', closed_on: today, ending },
    { action: 'closed' },
  );
  counts.closed += 1;
}

/** Decides about some customers, in one transaction. */
export async function decideAbouts(work: Work, accounts: readonly Standing[], yardstick: Yardstick): Promise<Counts> {
  await lockChurn(work);
  const { db, actor } = work;
  const ids = accounts.map(({ id }) => id);
  const signals = await signalsOf(db, actor.orgId, ids, yardstick.today);
  const [last, inForce] = [
    await alerts.lastOf(db, actor.orgId, ids),
    await overrides.inForce(db, actor.orgId, ids, yardstick.today),
  ];
  const open = [...last.values()].flat().filter(({ status }) => status === 'open');
  const plans = await winBacks.ofAlerts(
    db,
    actor.orgId,
    open.map(({ id }) => id),
  );
  const counts = { opened: 0, closed: 0 };
  for (const account of accounts) {
    const own = last.get(account.id) ?? [];
    const override = inForce.get(account.id);
    const facts = factsOfAccount(account.id, signals, yardstick);
    const hasPlan = own.some(({ id }) => plans.get(id)?.some(({ status }) => status === 'running'));
    await decideAbout(work, account, { own, override, hasPlan, facts, yardstick }, counts);
  }
  return counts;
}

/** Opens and ends the alerts of a day. Run once more, it does nothing more. */
export async function openChurnAlerts(deps: Deps, actor: Actor): Promise<{ learnt: number } & Counts> {
  const today = deps.clock.today(actor.organisation.timeZone);
  const learnt = (await learnRhythm(deps, actor, today)) ? 1 : 0;
  const yardstick = await yardstickOf(deps, actor, today);
  const all = { opened: 0, closed: 0 };
  for await (const page of accountPages(deps.db, actor.orgId)) {
    const { opened, closed } = await deps.transact(actor, (work) => decideAbouts(work, page, yardstick));
    all.opened += opened;
    all.closed += closed;
  }
  return { learnt, ...all };
}

/** Looks at every customer every night. */
export const openChurnAlertsJob: Job = {
  name: 'open-churn-alerts',
  every: '7 3 * * *',
  run: async (deps, orgId) => openChurnAlerts(deps, operatorOf(await organisations.get(deps.db, orgId))),
};
