import { useQuery } from '@pinia/colada';
import { afterEach, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { mountPage } from '../mounted-page.ts';
import { staleSubjects, subjectOf, useLiveFeed } from './live-feed.ts';

/** The browser's own behaviour: an event with a name goes to the listeners of that name only, never to `onmessage`. */
class FakedSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakedSource[] = [];
  readyState = 0;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakedSource.opened.push(this);
  }
  tell(event: string, data: string): void {
    const told = new MessageEvent(event, { data });
    if (event === 'message') this.onmessage?.(told);
    this.dispatchEvent(told);
  }
  refuse(): void {
    this.readyState = FakedSource.CLOSED;
    this.onerror?.();
  }
  close(): void {
    this.readyState = FakedSource.CLOSED;
  }
}

/** A window that shows accounts and follows the feed; `read` counts how often it asked for them. */
async function openWindow() {
  FakedSource.opened = [];
  vi.stubGlobal('EventSource', FakedSource);
  const read = vi.fn(async () => 'accounts');
  const page = defineComponent({
    setup() {
      useLiveFeed();
      useQuery({ key: ['account', 'list'], query: read });
      return () => h('p');
    },
  });
  const view = await mountPage(page);
  await vi.waitFor(() => expect(FakedSource.opened).toHaveLength(1), 20_000);
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1), 20_000);
  return { ...view, read };
}
const change = JSON.stringify({ id: '1', subject: 'account', recordId: 'a', version: 2 });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hears the changes under the name the server gives them, and lets beats pass', async () => {
  const { read, unmount } = await openWindow();
  const [source] = FakedSource.opened;
  expect(source?.url).toBe('/api/v1/live');
  vi.useFakeTimers();
  source?.tell('ready', '{}');
  source?.tell('beat', '{}');
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledTimes(1);
  source?.tell('change', change);
  source?.tell('change', change);
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledTimes(2);
  unmount();
  expect(source?.readyState).toBe(FakedSource.CLOSED);
});

it('asks again after a refusal, and reads the screen again when the line is back', async () => {
  const { read, unmount } = await openWindow();
  vi.useFakeTimers();
  FakedSource.opened[0]?.refuse();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(FakedSource.opened).toHaveLength(2);
  FakedSource.opened[1]?.onopen?.();
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledTimes(2);
  FakedSource.opened[1]?.refuse();
  unmount();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(FakedSource.opened).toHaveLength(2);
});

it('reads a list again when its subject changed, and what rests on it', () => {
  const follows = { pacing: ['sale', 'target'], figures: ['sale'] };
  expect([...staleSubjects(['sale'], follows)].toSorted()).toEqual(['figures', 'pacing', 'sale']);
  expect([...staleSubjects(['account'], follows)]).toEqual(['account']);
});

it('passes over what is not a change', () => {
  expect(subjectOf('{"id":"1","subject":"account","recordId":null,"version":null}')).toBe('account');
  for (const noise of ['', 'null', '[]', '{"subject":7}', 'ping']) expect(subjectOf(noise)).toBeNull();
});
