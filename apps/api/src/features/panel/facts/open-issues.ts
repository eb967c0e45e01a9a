import { openIssuesOf } from '../../issues/store.ts';
import type { PanelFact } from '../panel-fact.ts';

/** What other departments are working on for the customer: how many, and the one that presses most. */
export const openIssuesFact: PanelFact = async ({ db, actor, account }) => {
  const open = await openIssuesOf(db, actor, { accountIds: [account.id] });
  const [first] = open;
  if (!first) return [];
  const tone = first.severity === 'urgent' ? 'bad' : 'watch';
  const values = { count: String(open.length), name: first.name };
  return [{ name: 'open-issues', tone, values, path: `/review/issues/${first.id}` }];
};
