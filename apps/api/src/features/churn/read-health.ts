import type { ChurnHealthView } from '@milepost/contract/churn';
import { churnAlert } from '@milepost/core/churn/alert';
import { healthOf } from '@milepost/core/churn/health';
import type { Actor } from '../../auth/actor.ts';
import type { ChurnModelTable } from '../../db/tables/churn.ts';
import type { Deps } from '../../deps.ts';
import { accounts } from '../accounts/store.ts';
import { decidingFacts, factsOfAccount } from './churn-facts.ts';
import { yardstickOf } from './open-alerts-job.ts';
import { signalsOf } from './signals-store.ts';
import { alerts, churnModels, overrides, rhythmOf, winBacks } from './store.ts';
import { overrideViewsOn, winBackViews } from './views.ts';

/** What was learnt of all customers, as it is told. */
export const modelView = (row: ChurnModelTable | undefined): ChurnHealthView['model'] => ({
  fittedOn: row?.fitted_on ?? null,
  customers: row?.customers ?? 0,
  kind: rhythmOf(row)?.kind ?? null,
  degenerate: row?.degenerate ?? null,
});

/** What is known of a customer in sight, and how they are judged. @throws Failure `not-found` */
export async function knownOf(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor, accountId: string) {
  const account = await accounts.get(deps.db, actor, accountId);
  const today = deps.clock.today(actor.organisation.timeZone);
  const yardstick = await yardstickOf(deps, actor, today);
  const facts = factsOfAccount(account.id, await signalsOf(deps.db, actor.orgId, [account.id], today), yardstick);
  return { account, today, yardstick, facts };
}

/** How a customer is today. @throws Failure `not-found` */
export async function readHealth(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  accountId: string,
): Promise<ChurnHealthView> {
  const { db } = deps;
  const { account, today, yardstick, facts } = await knownOf(deps, actor, accountId);
  const { settings } = yardstick;
  const [alert, override, model] = await Promise.all([
    alerts.openOf(db, actor.orgId, account.id),
    overrides.inForce(db, actor.orgId, [account.id], today),
    churnModels.latest(db, actor.orgId),
  ]);
  const deciding = decidingFacts(facts);
  const { score, causes } = healthOf(deciding, settings, settings.points);
  const now = churnAlert(deciding, settings, { isOpen: false, daysSinceClosed: null });
  const signs = now.status === 'open' ? now.signs : [];
  const said = override.get(account.id);
  const plans = alert ? ((await winBacks.ofAlerts(db, actor.orgId, [alert.id])).get(alert.id) ?? []) : [];
  const running = plans.find(({ status }) => status === 'running');
  return {
    accountId: account.id,
    asOf: today,
    score,
    causes: causes.map((cause) => ({ ...cause, isSign: signs.includes(cause.sign) })),
    facts,
    model: modelView(model),
    alert: alert ? { id: alert.id, version: alert.version, openedOn: alert.opened_on } : null,
    override: said ? ((await overrideViewsOn(() => today)(db, actor, [said]))[0] ?? null) : null,
    winBack: running ? ((await winBackViews(db, actor, [running]))[0] ?? null) : null,
  };
}
