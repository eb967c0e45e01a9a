import { fireEvent, screen, waitFor, within } from '@testing-library/vue';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import MatchingPage from './MatchingPage.vue';
import { type FromMatcher, serveMatcher, type ToMatcher } from './matcher.ts';

/** A thread of its own, here in the same one: what is told is heard a moment later. */
class NearWorker {
  private readonly hears: ((event: MessageEvent<ToMatcher>) => void)[] = [];
  private readonly listeners: ((event: MessageEvent<FromMatcher>) => void)[] = [];
  constructor() {
    serveMatcher({
      postMessage: (data) => this.listeners.forEach((listen) => void listen({ data } as MessageEvent<FromMatcher>)),
      addEventListener: (_, hear) => void this.hears.push(hear),
    });
  }
  postMessage(data: ToMatcher): void {
    queueMicrotask(() =>
      this.hears.forEach((hear) => void hear({ data: structuredClone(data) } as MessageEvent<ToMatcher>)),
    );
  }
  addEventListener(_: string, listen: (event: MessageEvent<FromMatcher>) => void): void {
    this.listeners.push(listen);
  }
  terminate(): void {
    this.listeners.length = 0;
  }
}
beforeEach(() => void vi.stubGlobal('Worker', NearWorker));

/** Dialogs of the whole page are drawn: on a busy machine that takes longer than a test may by default. */
const known = { languages: [], region: null, years: null };
const mentee = (id: string, name: string, level: number) => ({
  ...{ id: `of ${id}`, person: { id, name }, ...known, lineManagerId: null, wishId: null, past: [] },
  needs: [{ skill: 'Closing', level, required: 5, weight: 1 }],
});
const mentor = (id: string, name: string, level: number, running = 0) => ({
  ...{ id: `of ${id}`, person: { id, name }, ...known, gives: [{ skill: 'closing', level }] },
  ...{ capacity: 1, running, share: running ? 0.05 : null },
});
const pool = {
  stamp: 'as it stands',
  mentees: [mentee('ann', 'Ann', 1), mentee('ben', 'Ben', 3), mentee('cem', 'Cem', 5)],
  mentors: [mentor('mia', 'Mia', 5), mentor('leo', 'Leo', 2), mentor('zoe', 'Zoe', 5, 1)],
};

it('proposes, says who waits and why, and shows the price of a pin', async () => {
  fakeApi({ 'GET /api/v1/mentoring/pool': () => pool });
  await mountPage(MatchingPage);
  expect(await screen.findByRole('button', { name: /Total fit: 1.25/ })).toBeTruthy();
  expect(screen.getByText('Lacks nothing that is required')).toBeTruthy();
  expect(screen.getByText('1 of 1 places', { selector: 'li:last-child p' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Other mentors for Ann' }));
  const dialog = within(await screen.findByRole('dialog'));
  await fireEvent.click(dialog.getByRole('button', { name: 'Pin Ann to Mia' }));
  expect(await screen.findByRole('button', { name: /Price of decisions by hand: 0.25/ })).toBeTruthy();
  expect(screen.getByText(/Places are short/)).toBeTruthy();
});

it('assigns what is seen; a stale proposal is read again', async () => {
  const sent: Record<string, unknown>[] = [];
  let reads = 0;
  fakeApi({
    'GET /api/v1/mentoring/pool': () => {
      reads += 1;
      return pool;
    },
    'POST /api/v1/mentoring/assign': ({ body }) => {
      sent.push(body as Record<string, unknown>);
      return sent.length === 1 ? refusal(409, 'proposal-stale') : { made: 1 };
    },
  });
  await mountPage(MatchingPage);
  await fireEvent.click(await screen.findByRole('button', { name: 'Rule out Ben with Mia' }));
  for (const times of [1, 2]) {
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Assign 1 pair' })).toHaveProperty('disabled', false),
    );
    await fireEvent.click(screen.getByRole('button', { name: 'Assign 1 pair' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Assign' }));
    await waitFor(() => expect(sent).toHaveLength(times));
    if (times === 1) await waitFor(() => expect(reads).toBe(2));
  }
  expect(sent[1]).toMatchObject({
    ...{ stamp: 'as it stands', dial: 'total', rules: { lead: 0, sameRegion: false } },
    decisions: [{ kind: 'ban', menteeId: 'ben', mentorId: 'mia' }],
    pairs: [{ menteeId: 'ann', mentorId: 'mia' }],
    agreement: { everyDays: 14, minutes: 60, idleAfterDays: 30 },
  });
});

it('leads to the profiles where nobody looks for a mentor', async () => {
  fakeApi({ 'GET /api/v1/mentoring/pool': () => ({ ...pool, mentees: [] }) });
  await mountPage(MatchingPage);
  expect(await screen.findByText(/Nobody in your teams looks for a mentor now/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Assign/ })).toBeNull();
});
