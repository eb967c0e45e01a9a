import { computed, onScopeDispose, ref, watch } from 'vue';
import { type Beside, useBeside } from '../beside/use-beside.ts';
import type { ReadRequest } from '../capture/read-request.ts';
import { type MailLog, useMailLog } from '../mail/use-mail-log.ts';
import { type Note, useNote } from '../notes/use-note.ts';
import { type Outbox, useOutbox } from '../outbox/use-outbox.ts';
import { type Connection, useConnection } from '../sign-in/use-connection.ts';
import { type Undo, useUndo } from '../undo/use-undo.ts';
import { savePlanOf } from './save-plan.ts';
import { type Leads, useLeads } from './use-leads.ts';
import { type Page, type ReadPage, usePage } from './use-page.ts';

/** Everything the panel shows and can do: page, leads, note, queue and server together. */
export function usePanel() {
  const connection: Connection = useConnection();
  const outbox: Outbox = useOutbox();
  const leads: Leads = useLeads(connection);
  const mail: MailLog = useMailLog();
  const undo: Undo = useUndo(connection.session);
  const prepare = async (read: ReadPage): Promise<() => void> => {
    const shows = await Promise.all([leads.prepare(read), mail.prepare(read.mail)]);
    return () => {
      const before = page.read.value;
      if (before !== null && before.page.url !== read.page.url) note.turnPage();
      for (const show of shows) show();
    };
  };
  const onNote = async (request: ReadRequest): Promise<void> => afterSave(await note.begin(request));
  const page: Page = usePage({ prepare, onNote });
  const note: Note = useNote(connection, page.windowId);
  const beside: Beside = useBeside(connection, page, leads.leads);
  const isSaving = ref(false);
  const hasKeepFailed = ref(false);
  let hasStarted = false;
  const plan = computed(() => savePlanOf(leads.leads.value, { isStale: page.isStale.value }));

  const deliver = async (): Promise<void> => {
    const end = await outbox.deliver();
    if (end === 'sign-in') await connection.refused();
    if (end === 'unreachable') connection.heard(false);
  };
  const afterSave = (saved: string | null | readonly string[]): void => {
    const clipIds = typeof saved === 'string' ? [saved] : (saved ?? []);
    if (clipIds.length === 0) return;
    undo.offer(clipIds);
    void deliver();
  };

  const saving = async (deed: () => Promise<string | null | readonly string[]>): Promise<void> => {
    if (isSaving.value) return;
    isSaving.value = true;
    try {
      afterSave(await deed());
      hasKeepFailed.value = false;
    } catch {
      hasKeepFailed.value = true;
    } finally {
      isSaving.value = false;
    }
  };
  const saveLeads = async (): Promise<readonly string[]> => {
    const shown = page.read.value;
    if (shown === null) return [];
    // The last look before saving: the page may have changed without the browser having said so yet.
    await page.lookInside();
    return leads.save(shown, { isStale: page.isStale.value, mail: mail.clipped() });
  };
  /** The one action: the note that is open, else the leads that are chosen. */
  const save = (): Promise<void> => saving(note.draft.value === null ? saveLeads : note.save);

  const takeBack = async (): Promise<void> => {
    const undone = await undo.undo();
    await leads.renew(undone);
    for (const clipId of undone) await note.reopen(clipId);
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
  watch(page.windowId, (windowId) => void note.resume(windowId));
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

  return {
    connection,
    outbox,
    leads,
    page,
    plan,
    mail,
    note,
    beside,
    undo,
    isSaving,
    hasKeepFailed,
    save,
    takeBack,
    resume,
    start,
  };
}
