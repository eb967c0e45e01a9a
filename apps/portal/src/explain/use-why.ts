import { ref, shallowRef } from 'vue';
import type { Explained } from './explained.ts';

/** A figure somebody asks about: what it is called, and how its derivation is fetched. */
export type Question = { label: string; fetch: (signal: AbortSignal) => Promise<Explained> | Explained };

const isOpen = ref(false);
const question = shallowRef<Question | null>(null);
const explained = shallowRef<Explained | null>(null);
const failure = shallowRef<unknown>(null);
let running = new AbortController();

async function ask(about: Question): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  question.value = about;
  explained.value = null;
  failure.value = null;
  isOpen.value = true;
  try {
    const answer = await about.fetch(signal);
    if (!signal.aborted) explained.value = answer;
  } catch (error) {
    if (!signal.aborted) failure.value = error;
  }
}

/** The sheet's own view of what is asked. */
export const useWhySheet = () => ({
  isOpen,
  question,
  explained,
  failure,
  again: () => question.value && ask(question.value),
});

/**
 * Opens the derivation of a figure:
 * `const { explain } = useWhy();` and `<Figure … @why="explain({ label: t('…'), fetch: (signal) => http.get('/pacing/why', { signal }) })" />`.
 */
export const useWhy = () => ({ explain: (about: Question): void => void ask(about) });
