import type { LeadCandidate, LeadReading } from '@milepost/capture/lead';
import type { ClippedMail } from '@milepost/contract/leads';
import { computed, onScopeDispose, type Ref, ref, shallowRef, toRaw } from 'vue';
import { leadKeysOf } from '../drafts/draft.ts';
import { discardDraft, draftsOf, keepDraft, renewDraft } from '../drafts/draft-store.ts';
import { matchLeads } from '../matching/match-leads.ts';
import { type ClippedLead, makeClip } from '../outbox/clip.ts';
import { type ClipId, newClipId } from '../outbox/clip-id.ts';
import { outboxItemsOf, takeBack } from '../outbox/outbox-choices.ts';
import { onOutboxChange } from '../outbox/outbox-news.ts';
import { saveClips } from '../outbox/save-clips.ts';
import { accountOf } from '../sign-in/session.ts';
import type { Connection } from '../sign-in/use-connection.ts';
import {
  canBeSaved,
  candidatesOf,
  choiceOf,
  type PanelLead,
  panelLeadsOf,
  withItems,
  withMatches,
} from './panel-lead.ts';
import { savePlanOf } from './save-plan.ts';
import type { ReadPage } from './use-page.ts';

const blankLead: LeadCandidate = {
  kind: 'person',
  name: null,
  title: null,
  company: null,
  emails: [],
  phones: [],
  addresses: [],
  websites: [],
  profiles: [],
  provenance: [],
};

/** How long typing rests before what changed is compared with the CRM again. */
const REST_BEFORE_MATCH_MS = 700;

/** `mail` is logged with the first of the leads: its sender. */
export type SaveHow = { isStale: boolean; mail: ClippedMail | null };

export type Leads = {
  leads: Readonly<Ref<readonly PanelLead[]>>;
  isMatching: Readonly<Ref<boolean>>;
  /** Gathers the leads of a page that was read, with what was typed and saved of them before; the answer shows them. */
  prepare: (page: ReadPage) => Promise<() => void>;
  /** Adds an empty card, for a page on which nothing was found. */
  addBlank: (page: ReadPage) => Promise<void>;
  edit: (key: string, lead: ClippedLead) => Promise<void>;
  /** Back to what the page says. */
  restore: (key: string) => Promise<void>;
  tick: (keys: readonly string[], isTicked: boolean) => void;
  /** Says whether a likely record is joined, and which of its fields are replaced. */
  decide: (key: string, decision: Partial<Pick<PanelLead, 'isJoined' | 'replaced'>>) => void;
  match: (keys?: readonly string[]) => Promise<void>;
  /** Saves what is chosen and answers with the clips. None while another Save is under way or the page has changed. */
  save: (page: ReadPage, how: SaveHow) => Promise<ClipId[]>;
  /** Takes a lead out of the queue again. False when it is too late. */
  unqueue: (key: string) => Promise<boolean>;
  /** These were taken back after Save: they stand here as they were, and travel under new ids from now on. */
  renew: (clipIds: readonly ClipId[]) => Promise<void>;
};

/** The leads of the page in the panel. */
export function useLeads(connection: Connection): Leads {
  const leads = shallowRef<readonly PanelLead[]>([]);
  const matchesUnderWay = ref(0);
  const isMatching = computed(() => matchesUnderWay.value > 0);
  let isSaving = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const unrested = new Set<string>();

  const change = (key: string, next: (lead: PanelLead) => PanelLead): void => {
    leads.value = leads.value.map((lead) => (lead.key === key ? next(lead) : lead));
  };
  const find = (key: string): PanelLead | undefined => leads.value.find((lead) => lead.key === key);

  const gather = async ({ page, reading }: ReadPage): Promise<PanelLead[]> => {
    const leadKeys = leadKeysOf(candidatesOf(reading));
    const request = { url: page.url, pageTitle: page.title, leadKeys, nowMs: Date.now(), newId: newClipId };
    const drafts = await draftsOf(request);
    const items = await outboxItemsOf(drafts.map((draft) => draft.clipId));
    return panelLeadsOf({ reading, drafts, items });
  };
  const prepare = async (page: ReadPage): Promise<() => void> => {
    const gathered = await gather(page);
    return () => {
      leads.value = gathered;
      void connection.ready.then(() => match());
    };
  };
  const addBlank = async (read: ReadPage): Promise<void> => {
    const reading: LeadReading = { leads: [blankLead], more: [], pageKind: 'person', failures: [] };
    leads.value = [...leads.value, ...(await gather({ ...read, reading }))];
  };

  const match = async (keys: readonly string[] = leads.value.map((lead) => lead.key)): Promise<void> => {
    const session = connection.session.value;
    const asked = leads.value.filter((lead) => keys.includes(lead.key) && lead.item === null);
    if (session === null || asked.length === 0) return;
    matchesUnderWay.value += 1;
    const sent = new Map(asked.map(({ draft, lead }) => [draft.clipId, lead]));
    const keyed = [...sent].map(([key, lead]) => ({ key, lead }));
    const { kind, answers } = await matchLeads(keyed, session);
    matchesUnderWay.value -= 1;
    connection.heard(kind !== 'no-answer');
    if (kind === 'sign-in') await connection.refused();
    // An answer speaks of the lead as it was asked about: another page or other values since then make it worthless.
    const now = new Map(leads.value.map(({ draft, lead }) => [draft.clipId, lead]));
    const current = [...answers].filter(([clipId]) => now.get(clipId) === sent.get(clipId));
    leads.value = withMatches(leads.value, new Map(current));
  };

  const matchAfterRest = (key: string): void => {
    unrested.add(key);
    clearTimeout(resting);
    resting = setTimeout(() => {
      void match([...unrested]);
      unrested.clear();
    }, REST_BEFORE_MATCH_MS);
  };
  onScopeDispose(() => clearTimeout(resting));

  const write = async (key: string, lead: ClippedLead, typed: ClippedLead | null): Promise<void> => {
    const before = find(key);
    if (before === undefined || before.item !== null || before.lead === lead) return;
    change(key, (one) => ({ ...one, lead, draft: { ...one.draft, lead: typed }, isTicked: true }));
    await keepDraft({ id: before.draft.id, lead: toRaw(typed), nowMs: Date.now() });
    matchAfterRest(key);
  };
  const edit = (key: string, lead: ClippedLead): Promise<void> => write(key, lead, lead);
  const restore = async (key: string): Promise<void> => {
    const found = find(key)?.found;
    if (found !== undefined) await write(key, found, null);
  };

  const tick = (keys: readonly string[], isTicked: boolean): void => {
    leads.value = leads.value.map((lead) =>
      keys.includes(lead.key) ? { ...lead, isTicked: isTicked && canBeSaved(lead) } : lead,
    );
  };

  const decide = (key: string, decision: Partial<Pick<PanelLead, 'isJoined' | 'replaced'>>): void =>
    change(key, (lead) => ({ ...lead, ...decision }));

  const refreshItems = async (): Promise<void> => {
    const shown = leads.value;
    const items = await outboxItemsOf(shown.map((lead) => lead.draft.clipId));
    leads.value = withItems(leads.value, items);
  };
  onScopeDispose(onOutboxChange(() => void refreshItems()));

  const save = async ({ page }: ReadPage, { isStale, mail }: SaveHow): Promise<ClipId[]> => {
    if (isSaving) return [];
    const plan = savePlanOf(leads.value, { isStale });
    if (plan.kind !== 'ready') return [];
    isSaving = true;
    const session = connection.session.value;
    const clips = plan.leads.map((lead, index) =>
      makeClip(lead.draft.clipId, page, lead.lead, {
        ...choiceOf(lead),
        ...(index === 0 && mail !== null ? { mail } : {}),
      }),
    );
    try {
      await saveClips(clips, session === null ? null : accountOf(session));
      await refreshItems();
      return clips.map(({ clipId }) => clipId);
    } finally {
      isSaving = false;
    }
  };

  const renew = async (clipIds: readonly ClipId[]): Promise<void> => {
    for (const { key, draft } of leads.value.filter((lead) => clipIds.includes(lead.draft.clipId))) {
      await discardDraft(draft.id);
      const { url, pageTitle, leadKey } = draft;
      const request = { url, pageTitle, leadKeys: [leadKey], nowMs: Date.now(), newId: newClipId };
      const [fresh] = await draftsOf(request);
      if (fresh === undefined) continue;
      if (draft.lead !== null) await keepDraft({ id: fresh.id, lead: toRaw(draft.lead), nowMs: Date.now() });
      change(key, (one) => ({ ...one, draft: { ...fresh, lead: draft.lead }, item: null, isTicked: true }));
    }
    await match();
  };

  const unqueue = async (key: string): Promise<boolean> => {
    const lead = find(key);
    if (lead === undefined || lead.item === null || lead.item.state === 'sent') return false;
    const { clipId, attemptCount } = lead.item;
    if (!(await takeBack(clipId, Date.now()))) return false;
    // The server may have heard of it in an attempt that was cut off: what is typed from now on travels under a new id.
    const renewed = attemptCount === 0 ? null : await renewDraft(lead.draft.id, newClipId());
    change(key, (one) => ({ ...one, draft: renewed ?? one.draft, item: null, isTicked: true }));
    return true;
  };

  return { leads, isMatching, prepare, addBlank, edit, restore, tick, decide, match, save, unqueue, renew };
}
