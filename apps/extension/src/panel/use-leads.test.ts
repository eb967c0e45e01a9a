import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deliverOutbox } from '../outbox/deliver-outbox.ts';
import { freshBench, ME, type OutboxBench } from '../outbox/outbox-bench.sample.ts';
import { forgetReceipt, readOutbox } from '../outbox/outbox-choices.ts';
import type { Connection } from '../sign-in/use-connection.ts';
import { samplePerson, sampleReading } from './lead.sample.ts';
import { useLeads } from './use-leads.ts';
import type { ReadPage } from './use-page.ts';

const [origin = '', personId = ''] = ME.split('#');
const session = { origin, token: 't', personId, personName: 'Ada', organisation: 'Acme' };
const page: ReadPage = {
  on: { tabId: 1, url: 'https://shop.example/team' },
  page: { url: 'https://shop.example/team', title: 'Team', takenAt: '2026-03-02T09:00:00.000Z' },
  reading: sampleReading([samplePerson('Ada'), samplePerson('Bob')]),
  mail: null,
};
const connection = {
  session: ref(session),
  ready: Promise.resolve(),
  heard: () => undefined,
  refused: async () => undefined,
} as unknown as Connection;

let bench: OutboxBench;
let scope = effectScope();
/** The panel of one tab. */
const openPanel = () => scope.run(() => useLeads(connection)) as ReturnType<typeof useLeads>;
/** What the CRM says of everybody it is asked about, and when. */
let answer: (leads: { key: string; name: string }[]) => Promise<object>;

beforeEach(async () => {
  bench = await freshBench();
  fakeBrowser.reset();
  scope = effectScope();
  answer = async (leads) => ({ matches: leads.map(({ key }) => ({ key, status: 'none', reasons: [] })) });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) =>
    Response.json(await answer(JSON.parse(String(init.body)).leads)),
  );
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});

const onScreen = { isStale: false, mail: null };
const clipOf = (name: string) => [...bench.server.records.values()].find(({ lead }) => lead.name === name);
const deliver = () => deliverOutbox(bench.round({ nowMs: () => Date.now() + 1000, reach: 'all' }));

describe('the leads in the panel', () => {
  it('are one record each after a double click and from two tabs of one page', async () => {
    const [here, there] = [openPanel(), openPanel()];
    for (const show of await Promise.all([here.prepare(page), there.prepare(page)])) show();
    await Promise.all([here.save(page, onScreen), here.save(page, onScreen), there.save(page, onScreen)]);
    expect(await readOutbox()).toHaveLength(2);
    await deliver();
    expect([...bench.server.records.values()].map((clip) => clip.lead.name)).toEqual(['Ada', 'Bob']);
    await vi.waitFor(() => expect(there.leads.value.map((lead) => lead.item?.state)).toEqual(['sent', 'sent']), 20_000);
  });

  it('are not saved while another page is on screen', async () => {
    const panel = openPanel();
    (await panel.prepare(page))();
    await panel.save(page, { ...onScreen, isStale: true });
    expect(await readOutbox()).toEqual([]);
  });

  it('come back as they were typed when the page is read again', async () => {
    const panel = openPanel();
    (await panel.prepare(page))();
    const ada = panel.leads.value[0];
    await panel.edit(ada?.key ?? '', samplePerson('Ada Lovelace'));
    const later = openPanel();
    (await later.prepare(page))();
    expect(later.leads.value[0]?.lead.name).toBe('Ada Lovelace');
    await later.restore(ada?.key ?? '');
    expect(later.leads.value[0]).toMatchObject({ lead: { name: 'Ada' }, draft: { lead: null } });
  });

  it('do not take an answer that speaks of what they were before', async () => {
    let say: (answer: object) => void = () => undefined;
    let asked: { key: string }[] = [];
    answer = (leads) => {
      asked = leads;
      return new Promise((resolve) => {
        say = resolve;
      });
    };
    const panel = openPanel();
    (await panel.prepare(page))();
    await vi.waitFor(() => expect(asked).toHaveLength(2), 20_000);
    await panel.edit(panel.leads.value[0]?.key ?? '', samplePerson('Somebody else'));
    say({ matches: asked.map(({ key }) => ({ key, status: 'exact', reasons: [] })) });
    await vi.waitFor(
      () => expect(panel.leads.value.map(({ match }) => match.status)).toEqual(['unchecked', 'exact']),
      20_000,
    );
  });

  it('are joined to a likely record, and replace fields there, only as somebody decided', async () => {
    const record = { kind: 'lead', id: '7', label: 'Ada', version: 1 };
    answer = async (leads) => ({
      matches: leads.map(({ key, name }) => ({
        key,
        status: name === 'Ada' ? 'likely' : 'none',
        reasons: [],
        ...(name === 'Ada' ? { record, diff: [] } : {}),
      })),
    });
    const panel = openPanel();
    (await panel.prepare(page))();
    await vi.waitFor(() => expect(panel.leads.value[0]?.match.status).toBe('likely'), 20_000);
    panel.decide(panel.leads.value[0]?.key ?? '', { isJoined: true, replaced: ['title'] });
    await panel.save(page, onScreen);
    await deliver();
    expect(clipOf('Ada')).toMatchObject({ into: { kind: 'lead', id: '7' }, replace: ['title'] });
    expect(clipOf('Bob')).not.toHaveProperty('into');
  });

  it('take the mail along with the first of them, and come back under new ids after they were taken back', async () => {
    const mail = { activityId: 'a', messageId: '<1@x>', onDay: '2026-03-02', subject: 'Offer', body: null };
    const panel = openPanel();
    (await panel.prepare(page))();
    const saved = await panel.save(page, { isStale: false, mail });
    await deliver();
    expect(clipOf('Ada')?.mail).toEqual(mail);
    expect(clipOf('Bob')).not.toHaveProperty('mail');
    await vi.waitFor(() => expect(panel.leads.value.map((lead) => lead.item?.state)).toEqual(['sent', 'sent']), 20_000);
    for (const clipId of saved) await forgetReceipt(clipId);
    await panel.renew(saved);
    expect(panel.leads.value.map(({ item, isTicked }) => ({ item, isTicked }))).toEqual([
      { item: null, isTicked: true },
      { item: null, isTicked: true },
    ]);
    expect(panel.leads.value.some(({ draft }) => saved.includes(draft.clipId))).toBe(false);
  });

  it('travel under a new id when they are taken back after an attempt', async () => {
    const panel = openPanel();
    (await panel.prepare(page))();
    panel.tick([panel.leads.value[1]?.key ?? ''], false);
    await panel.save(page, onScreen);
    const before = panel.leads.value[0]?.draft.clipId;
    bench.server.answers = [{ result: 'unreachable', of: 'server', waitMs: 0 }];
    await deliver();
    await vi.waitFor(
      () => expect(panel.leads.value[0]?.item).toMatchObject({ state: 'queued', attemptCount: 1 }),
      20_000,
    );
    expect(await panel.unqueue(panel.leads.value[0]?.key ?? '')).toBe(true);
    expect(panel.leads.value[0]).toMatchObject({ item: null, isTicked: true });
    expect(panel.leads.value[0]?.draft.clipId).not.toBe(before);
    expect(await readOutbox()).toEqual([]);
  });
});
