import type { PairDecision } from '@milepost/core/mentoring/match';
import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import type { FromMatcher, MatchAsked, Matched, MatchProblem, ToMatcher } from './matcher.ts';

/** A matcher at work, in a thread of its own. */
export type MatcherPort = Pick<Worker, 'terminate' | 'postMessage'> & {
  addEventListener(type: 'message', hear: (event: MessageEvent<FromMatcher>) => void): void;
};
export const startMatcher = (): MatcherPort =>
  new Worker(new URL('./matcher-worker.ts', import.meta.url), { type: 'module' });

/**
 * The matching of a problem under a dial and decisions, solved beside the page. A new question makes an older answer worthless; a
 * cancelled one ends its thread.
 */
export function useMatching(problem: Ref<MatchProblem | null>, asked: Ref<MatchAsked>, start = startMatcher) {
  const matched = shallowRef<Matched | null>(null);
  const progress = ref<{ done: number; of: number } | null>(null);
  const state = ref<'idle' | 'solving' | 'cancelled' | 'impossible'>('idle');
  let port: MatcherPort | null = null;
  let last = 0;

  function stop(): void {
    port?.terminate();
    port = null;
  }
  function hear({ data }: MessageEvent<FromMatcher>): void {
    if (data.number !== last) return;
    if ('done' in data) progress.value = { done: data.done, of: data.of };
    else {
      progress.value = null;
      state.value = 'impossible' in data ? 'impossible' : 'idle';
      if ('matched' in data) matched.value = data.matched;
    }
  }
  const tell = (message: ToMatcher) => port?.postMessage(message);
  function ask(): void {
    if (!problem.value) return;
    if (!port) {
      port = start();
      port.addEventListener('message', hear);
      tell({ problem: problem.value });
    }
    last += 1;
    state.value = 'solving';
    const decisions = asked.value.decisions.map(({ kind, row, column }): PairDecision => ({ kind, row, column }));
    tell({ number: last, asked: { dial: asked.value.dial, decisions } });
  }
  function cancel(): void {
    stop();
    progress.value = null;
    state.value = 'cancelled';
  }
  watch(
    problem,
    () => {
      stop();
      matched.value = null;
      ask();
    },
    { immediate: true },
  );
  watch(asked, () => {
    // Whoever asks anew does not wait for what is out of date.
    if (state.value === 'solving' && progress.value) stop();
    ask();
  });
  onScopeDispose(stop);
  return { matched, progress, state, cancel, again: ask };
}
