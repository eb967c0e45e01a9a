import type { TargetGridView } from '@milepost/contract/targets';
import type { Block, Plan } from '@milepost/core/targets/plan';
import { whyBlock } from '@milepost/core/targets/why-target';
import type { Ref } from 'vue';
import { useWhy } from '../explain/use-why.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { targetSources } from './target-sources.ts';

/**
 * Opens how a part of the plan on the screen comes about. Computed here, by the core that the server decides with, so that edits which
 * are not saved yet are explained too.
 */
export function useTargetWhy(
  plan: Readonly<Ref<Plan | null>>,
  view: Readonly<Ref<Pick<TargetGridView, 'target' | 'people' | 'monthStarts'> | undefined>>,
) {
  const { explain } = useWhy();
  const formats = useFormats();
  function why(at: Block, label: string): void {
    const [now, seen] = [plan.value, view.value];
    if (!now || !seen) return;
    const monthName = (month: number) => formats.value.shortMonth(seen.monthStarts[month] ?? null) ?? '';
    const sources = targetSources(now, seen, monthName);
    explain({ label, fetch: () => ({ why: whyBlock(now, at, sources), asOf: new Date().toISOString() }) });
  }
  return { why };
}
