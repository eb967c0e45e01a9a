import { computed, onScopeDispose, ref, watch } from 'vue';
import { type Outbox, useOutbox } from '../outbox/use-outbox.ts';
import { type Connection, useConnection } from '../sign-in/use-connection.ts';
import { savePlanOf } from './save-plan.ts';
import { type Leads, useLeads } from './use-leads.ts';
import { type Page, type ReadPage, usePage } from './use-page.ts';

/** Everything the panel shows and can do: page, leads, queue and server together. */
export function usePanel() {
  const connection: Connection = useConnection();
  const outbox: Outbox = useOutbox();
  const leads: Leads = useLeads(connection);
  const page: Page = usePage((read: ReadPage) => leads.take(read));
  const isSaving = ref(false);
  const hasKeepFailed = ref(false);
  let hasStarted = false;
  const plan = computed(() => savePlanOf(leads.leads.value, { isStale: page.isStale.value }));

  const deliver = async (): Promise<void> => {
    const end = await outbox.deliver();
    if (end === 'sign-in') await connection.refused();
    if (end === 'unreachable') connection.heard(false);
  };

  const save = async (): Promise<void> => {
    const shown = page.read.value;
    if (shown === null || isSaving.value) return;
    isSaving.value = true;
    try {
      // The last look before saving: the page may have changed without the browser having said so yet.
      await page.lookAgain();
      await leads.save(shown, () => page.isStale.value);
      hasKeepFailed.value = false;
      void deliver();
    } catch {
      hasKeepFailed.value = true;
    } finally {
      isSaving.value = false;
    }
  };

  /** The line is back, or the panel was opened: say who we are, send what waits, compare what was not compared. */
  const resume = async (): Promise<void> => {
    await connection.check();
    await deliver();
    await leads.match(leads.leads.value.filter(({ match }) => match.status === 'unchecked').map(({ key }) => key));
  };
  // Signed in on the options page while the panel is open.
  watch(connection.session, (next, before) => {
    if (hasStarted && next !== null && next.token !== before?.token) void resume();
  });
  const onOnline = (): void => void resume();
  const onOffline = (): void => connection.heard(false);
  globalThis.addEventListener('online', onOnline);
  globalThis.addEventListener('offline', onOffline);
  onScopeDispose(() => {
    globalThis.removeEventListener('online', onOnline);
    globalThis.removeEventListener('offline', onOffline);
  });

  /** Called while the panel is being set up: the page is read while the panel is still being drawn. */
  const start = async (): Promise<void> => {
    const greeted = connection.ready.then(connection.check);
    await Promise.all([page.start(), outbox.refresh(), greeted]);
    hasStarted = true;
    await deliver();
  };

  return { connection, outbox, leads, page, plan, isSaving, hasKeepFailed, save, resume, start };
}
