import { alerts } from '../../churn/store.ts';
import type { PanelFact } from '../panel-fact.ts';

/** A warning that the customer may leave, since when. A warning belongs to its account: whoever sees one sees the other. */
export const churnWarningFact: PanelFact = async ({ db, actor, account }) => {
  const open = await alerts.openOf(db, actor.orgId, account.id);
  if (!open) return [];
  return [{ name: 'churn-warning', tone: 'bad', values: { day: open.opened_on }, path: `/accounts/${account.id}` }];
};
