import type { WinBackChoices } from '@milepost/contract/win-back';
import { rankWinBacks } from '@milepost/core/churn/win-back';
import type { Actor } from '../../auth/actor.ts';
import type { WinBackTemplateTable } from '../../db/tables/churn.ts';
import type { Deps } from '../../deps.ts';
import { margins } from '../tiers/margin-store.ts';
import { alerts, winBacks, winBackTemplates } from './store.ts';
import { templateViews } from './views.ts';

const counted = (some: readonly boolean[]) => ({ stayed: some.filter(Boolean).length, count: some.length });

/**
 * What could be done about a warning, by what it is expected to bring: how many stayed with each prepared plan beside those who were left
 * alone. Those left alone are customers of ended warnings without any plan: recovered ones stayed, lost ones did not.
 */
export async function winBackChoices({ db, clock }: Deps, actor: Actor, alertId: string): Promise<WinBackChoices> {
  const alert = await alerts.get(db, actor, alertId);
  const templates: WinBackTemplateTable[] = [];
  for await (const row of winBackTemplates.each(db, actor, {})) templates.push(row);
  const ended = await winBacks.ended(db, actor.orgId);
  const alone = await alerts.leftAlone(db, actor.orgId);
  const untreated = counted(alone.map(({ ending }) => ending === 'recovered'));
  const treatedBy = new Map(
    [...Map.groupBy(ended, ({ template_id }) => template_id ?? '')].map(([id, some]) => [
      id,
      counted(some.map(({ status }) => status === 'won-back')),
    ]),
  );
  const day = clock.today(actor.organisation.timeZone);
  const { currency } = actor.organisation;
  const { credits } = await margins.creditsOf(db, { orgId: actor.orgId, currency, day }, alert.account_id);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const worth = sum(credits.map(({ revenue }) => revenue));
  const costed = credits.filter(({ cost }) => cost !== null);
  const costedRevenue = sum(costed.map(({ revenue }) => revenue));
  const marginRatio = costedRevenue > 0 ? 1 - sum(costed.map(({ cost }) => cost ?? 0)) / costedRevenue : null;
  const none = { stayed: 0, count: 0 };
  const ranked = rankWinBacks(
    templates.map(({ id, cost_minor }) => ({ id, cost: cost_minor, treated: treatedBy.get(id) ?? none, untreated })),
    { worth, marginRatio: marginRatio ?? 0 },
  );
  const placeOf = new Map(ranked.map(({ id }, place) => [id, place]));
  const known = new Map(ranked.map((one) => [one.id, one]));
  const views = await templateViews(db, actor, templates);
  return {
    ...{ currency, worthMinor: worth, marginRatio, untreated },
    items: views
      .map((template) => ({
        template,
        treated: treatedBy.get(template.id) ?? none,
        lift: known.get(template.id)?.lift ?? null,
        expectedMinor: marginRatio === null ? null : (known.get(template.id)?.expected ?? null),
      }))
      .sort(
        (a, b) =>
          (placeOf.get(a.template.id) ?? ranked.length) - (placeOf.get(b.template.id) ?? ranked.length) ||
          (a.template.name < b.template.name ? -1 : 1),
      ),
  };
}
