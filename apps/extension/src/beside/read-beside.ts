import type { BesideView, PanelFactView } from '@milepost/contract/panel';
import { callServer } from '../server/call-server.ts';
import type { Session } from '../sign-in/session.ts';

/** The customer beside the page, with what the rooms of the CRM say of it. */
export type Customer = NonNullable<BesideView['account']> & { facts: PanelFactView[] };

/** By what a customer is asked for: the record that a lead was found to be, and the address of the page or of the sender. */
export type BesideAsked = { record: { kind: string; id: string } | null; site: string | null };

/** Asks the server whose page this is. Null when it is nobody's that this person sees, or there is no answer. */
export async function readBeside({ record, site }: BesideAsked, { origin, token }: Session): Promise<Customer | null> {
  const query = new URLSearchParams();
  if (record !== null) {
    query.set('kind', record.kind);
    query.set('id', record.id);
  }
  if (site !== null) query.set('site', site.slice(0, 4000));
  const answer = await callServer(origin, {
    method: 'GET',
    path: `/api/v1/capture/beside?${query}`,
    token,
    timeoutMs: 10_000,
  });
  if (answer.kind !== 'ok') return null;
  const said = answer.body as Partial<BesideView> | null;
  if (!said?.account) return null;
  return { ...said.account, facts: Array.isArray(said.facts) ? said.facts : [] };
}
