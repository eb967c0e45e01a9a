import type { TargetGridView } from '@milepost/contract/targets';
import { allocation } from '@milepost/core/targets/allocation';
import type { Edit } from '@milepost/core/targets/edit';
import { useMutation, useQueryCache } from '@pinia/colada';
import { computed, type Ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { Problem } from '../http/problem.ts';
import { doStep, editsOf, type GridDraft, newDraft, planOf, redo, undo } from './grid-draft.ts';
import { planFromWire } from './plan-from-wire.ts';

/** A plan with its edits on their way: what it looks like with them, what they leave unallocated, and how they are saved. */
export function usePlanDraft(view: Readonly<Ref<TargetGridView | undefined>>, refetch: () => Promise<unknown>) {
  const { t } = useI18n();
  const { done, failed } = useNotices();
  const cache = useQueryCache();

  const draft = shallowRef<GridDraft | null>(null);
  /** The plan on which the edits were made: a save says this version, whatever the feed brings meanwhile. */
  const seen = shallowRef<TargetGridView | null>(null);
  const isDirty = computed(() => (draft.value?.steps.length ?? 0) > 0);
  /** Somebody else saved while edits are on their way: they stay, and are replayed when asked. */
  const isStale = computed(() => isDirty.value && view.value?.target.version !== seen.value?.target.version);
  function begin(now: TargetGridView): void {
    seen.value = now;
    draft.value = newDraft(planFromWire(now.plan));
  }
  watch(
    [view, isDirty],
    ([now, hasEdits]) => {
      if (now && now !== seen.value && !(hasEdits && now.target.id === seen.value?.target.id)) begin(now);
    },
    { immediate: true },
  );
  const plan = computed(() => draft.value && planOf(draft.value));
  const saved = computed(() => draft.value?.base ?? null);
  const told = computed(() => (plan.value && view.value?.allocation ? allocation(plan.value) : null));

  function step(edits: Edit[]): void {
    if (!draft.value || edits.length === 0) return;
    const result = doStep(draft.value, edits);
    if (result.status === 'ok') draft.value = result.draft;
    else failed(new Problem({ status: 409, code: 'target-over-committed' }));
  }
  function takeOver(now: TargetGridView): void {
    begin(now);
    cache.setQueryData(['target', now.target.id, 'grid'], now);
    void cache.invalidateQueries({ key: ['target', 'list'] });
  }
  const { mutate: save, isLoading: isSaving } = useMutation({
    mutation: () =>
      http.put<TargetGridView>(
        `/targets/${view.value?.target.id}/edits`,
        { edits: draft.value ? editsOf(draft.value) : [] },
        { ifMatch: seen.value?.target.version ?? 0 },
      ),
    onSuccess: (now) => {
      takeOver(now);
      done(t('targets.saved'));
    },
    onError: (error) => {
      failed(error);
      void refetch();
    },
  });
  /** Both edits survive: ours are replayed on the plan as it stands now. */
  function replay(): void {
    if (!view.value || !draft.value) return;
    const edits = editsOf(draft.value);
    begin(view.value);
    step(edits);
  }
  return {
    plan,
    saved,
    told,
    isDirty,
    isStale,
    isSaving,
    step,
    takeOver,
    replay,
    save: () => save(),
    discard: () => view.value && takeOver(view.value),
    undo: () => {
      if (draft.value) draft.value = undo(draft.value);
    },
    redo: () => {
      if (draft.value) draft.value = redo(draft.value);
    },
  };
}
