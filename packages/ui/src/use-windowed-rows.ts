import { computed, onScopeDispose, type Ref, ref, watch } from 'vue';

/** Which rows of a long list are drawn: `from` inclusive, `to` exclusive, with a few to spare on both sides. */
export function windowOf(view: {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
  spare: number;
}): {
  from: number;
  to: number;
} {
  const first = Math.floor(view.scrollTop / view.rowHeight) - view.spare;
  const last = Math.ceil((view.scrollTop + view.height) / view.rowHeight) + view.spare;
  const from = Math.max(0, Math.min(first, view.count));
  return { from, to: Math.max(from, Math.min(last, view.count)) };
}

/**
 * Draws only the rows in sight of a scrolling element. All rows have the same height in pixels.
 * @returns the slice to draw, the heights of what is left out above and below, and a way to bring a row into sight.
 */
export function useWindowedRows(options: {
  scroller: Readonly<Ref<HTMLElement | null>>;
  count: () => number;
  rowHeight: number;
  /** Pixels at the top that a sticky header covers. */
  headHeight?: number;
}) {
  const { scroller, count, rowHeight, headHeight = 0 } = options;
  const scrollTop = ref(0);
  const height = ref(0);

  const measure = (): void => {
    // An element without layout (a hidden tab, a test) reports 0: draw as much as a large screen would show.
    height.value = scroller.value?.clientHeight || 1200;
  };
  const follow = (): void => {
    scrollTop.value = scroller.value?.scrollTop ?? 0;
  };
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
  watch(
    scroller,
    (now, before) => {
      if (before) {
        before.removeEventListener('scroll', follow);
        observer?.unobserve(before);
      }
      if (!now) return;
      now.addEventListener('scroll', follow, { passive: true });
      observer?.observe(now);
      measure();
      follow();
    },
    { flush: 'post', immediate: true },
  );
  onScopeDispose(() => {
    observer?.disconnect();
    scroller.value?.removeEventListener('scroll', follow);
  });

  const range = computed(() =>
    windowOf({ scrollTop: scrollTop.value, height: height.value, rowHeight, count: count(), spare: 8 }),
  );
  return {
    range,
    above: computed(() => range.value.from * rowHeight),
    below: computed(() => (count() - range.value.to) * rowHeight),
    /** Pixels left to scroll. */
    left: computed(() => count() * rowHeight - scrollTop.value - height.value),
    bringIntoSight(index: number): void {
      const box = scroller.value;
      if (!box) return;
      const top = index * rowHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight + headHeight > box.scrollTop + box.clientHeight) {
        box.scrollTop = top + rowHeight + headHeight - box.clientHeight;
      }
      follow();
    },
  };
}
