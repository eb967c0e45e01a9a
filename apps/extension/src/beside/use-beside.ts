import { computed, onScopeDispose, type Ref, shallowRef, watch } from 'vue';
import type { NoteTarget } from '../notes/note.ts';
import type { PanelLead } from '../panel/panel-lead.ts';
import type { Page } from '../panel/use-page.ts';
import type { Connection } from '../sign-in/use-connection.ts';
import { type NamedTarget, nameInMenu } from './name-in-menu.ts';
import { type BesideAsked, type Customer, readBeside } from './read-beside.ts';

export type Beside = {
  customer: Readonly<Ref<Customer | null>>;
  /** Records that a note about this page may be about: the customer, and whom the page was found to show. */
  targets: Readonly<Ref<readonly NoteTarget[]>>;
};

/** What is asked about a page: the record of its first lead that the CRM has, and the site, or the sender of a mail. */
function askedOf(leads: readonly PanelLead[], page: Page): BesideAsked | null {
  const read = page.read.value;
  if (read === null || page.isStale.value) return null;
  const record = leads.find(({ match }) => match.status === 'exact' && match.record !== null)?.match.record ?? null;
  const sender = read.mail?.from?.email ?? null;
  // Of a webmail's page the host says nothing about the customer.
  const site = read.mail !== null ? sender : /^https?:/.test(read.page.url) ? read.page.url : null;
  return record === null && site === null ? null : { record: record && { kind: record.kind, id: record.id }, site };
}

/** Follows whose page the panel shows. */
export function useBeside(connection: Connection, page: Page, leads: Readonly<Ref<readonly PanelLead[]>>): Beside {
  const customer = shallowRef<Customer | null>(null);
  const asked = computed(() => askedOf(leads.value, page));
  let latest = 0;
  watch(
    () => JSON.stringify([asked.value, connection.session.value?.token]),
    async () => {
      latest += 1;
      const mine = latest;
      const [question, session] = [asked.value, connection.session.value];
      const found = question === null || session === null ? null : await readBeside(question, session);
      if (mine === latest) customer.value = found;
    },
    { immediate: true },
  );

  const targets = computed<NoteTarget[]>(() => {
    const records = leads.value.flatMap(({ match }) =>
      match.record !== null && (match.status === 'exact' || match.status === 'likely') ? [match.record] : [],
    );
    const own =
      customer.value === null ? [] : [{ kind: 'account' as const, id: customer.value.id, label: customer.value.name }];
    const all = [...own, ...records.map(({ kind, id, label }) => ({ kind, id, label }))];
    return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at).slice(0, 8);
  });
  watch(
    () => {
      const on = page.isStale.value ? null : (page.read.value?.on ?? null);
      const about = targets.value[0];
      return JSON.stringify(on === null || about === undefined ? null : { ...on, about });
    },
    (named) => void nameInMenu(JSON.parse(named) as NamedTarget | null),
  );
  // Nobody follows the page any more once the panel is closed.
  const unname = (): void => void nameInMenu(null);
  globalThis.addEventListener('pagehide', unname);
  onScopeDispose(() => globalThis.removeEventListener('pagehide', unname));
  return { customer, targets };
}
