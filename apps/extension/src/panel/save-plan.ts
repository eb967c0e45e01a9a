import { canBeSaved, joinsRecord, type PanelLead } from './panel-lead.ts';

/** Why Save cannot be pressed. */
export type SaveHindrance = 'page-changed' | 'nothing-chosen' | 'known-elsewhere' | 'blank' | 'already-saved';

/**
 * What the primary action does: `save` makes new leads, `add` joins one to the record it belongs to. The leads are those
 * that would be sent.
 */
export type SavePlan =
  | { kind: 'ready'; action: 'save' | 'add'; leads: PanelLead[] }
  | { kind: 'hindered'; why: SaveHindrance };

/** Decides what Enter would do now. `isStale`: the page on screen is not the one that was read. */
export function savePlanOf(leads: readonly PanelLead[], { isStale }: { isStale: boolean }): SavePlan {
  if (isStale) return { kind: 'hindered', why: 'page-changed' };
  const chosen = leads.filter((lead) => lead.isTicked && canBeSaved(lead));
  if (chosen.length === 0) return { kind: 'hindered', why: hindranceOf(leads) };
  const [only] = chosen;
  const joins = chosen.length === 1 && only !== undefined && joinsRecord(only);
  return { kind: 'ready', action: joins ? 'add' : 'save', leads: chosen };
}

function hindranceOf(leads: readonly PanelLead[]): SaveHindrance {
  const [only, ...others] = leads;
  if (only === undefined || others.length > 0) {
    const offered = leads.filter((lead) => lead.group === 'offered');
    const isAnySaved = offered.some((lead) => lead.item !== null);
    return isAnySaved && !offered.some(canBeSaved) ? 'already-saved' : 'nothing-chosen';
  }
  if (only.item !== null) return 'already-saved';
  if (only.match.status === 'known') return 'known-elsewhere';
  return canBeSaved(only) ? 'nothing-chosen' : 'blank';
}

/** "17 people, 15 new": of what a list is, how many it has, and how many of them are neither in the CRM nor saved by now; null while unchecked. */
export type ListTally = { of: 'people' | 'companies' | 'leads'; total: number; fresh: number | null };

/** Counts a list of leads for its headline. */
export function tallyOf(leads: readonly PanelLead[]): ListTally {
  const kinds = new Set(leads.map(({ lead }) => lead.kind));
  const of = kinds.size > 1 ? 'leads' : kinds.has('company') ? 'companies' : 'people';
  const isChecked = leads.every(({ match, item }) => match.status !== 'unchecked' || item !== null);
  const fresh = leads.filter(
    ({ match, item }) => item === null && (match.status === 'none' || match.status === 'likely'),
  ).length;
  return { of, total: leads.length, fresh: isChecked ? fresh : null };
}

/** How many of the saved leads the server has, and how many still wait here. */
export type SaveProgress = { sent: number; queued: number; needsYou: number };

/** Counts where the leads of this page stand after Save. */
export function progressOf(leads: readonly PanelLead[]): SaveProgress {
  const count = (state: string): number => leads.filter(({ item }) => item?.state === state).length;
  return { sent: count('sent'), queued: count('queued'), needsYou: count('needs-you') };
}
