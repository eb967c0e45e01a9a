import { defaultRangeExtractor, type Rect, useVirtualizer, type Virtualizer } from '@tanstack/vue-virtual';
import { computed, nextTick, onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';

/** What scrolls a part of the page: the nearest element around it that may scroll, else the one it lies in. */
function scrollerOf(inner: HTMLElement): HTMLElement | null {
  for (let around = inner.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return inner.parentElement;
}

/** Tells the size of what scrolls. An element without layout (a hidden tab, a test) reports 0: draw what a large screen would show. */
function followSize({ scrollElement }: Virtualizer<HTMLElement, HTMLElement>, tell: (rect: Rect) => void) {
  if (!scrollElement) return;
  const measure = (): void => tell({ width: scrollElement.clientWidth, height: scrollElement.clientHeight || 1200 });
  measure();
  if (typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(measure);
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

/**
 * Draws only the cards of a long list that are in sight; each is as high as it is, and measured once it is drawn. What scrolls is found by
 * itself, and may become another element when the window gets wider.
 * @param options.list the element that the cards lie in: it takes the height `total`, and each card stands at its `start`, in pixels.
 * @param options.usualHeight of a card that was not drawn yet, in pixels.
 * @param options.isKept is a card drawn wherever it is: one that has the focus or is dragged would lose it.
 */
export function useWindowedCards(options: {
  list: Readonly<Ref<HTMLElement | null>>;
  count: () => number;
  keyOf: (index: number) => string;
  isKept: (index: number) => boolean;
  usualHeight: number;
  gap: number;
}) {
  const { list, count, keyOf, isKept, usualHeight, gap } = options;
  const scroller = shallowRef<HTMLElement | null>(null);
  /** How far below the top of what scrolls the list begins: other lists above it grow and shrink. */
  const margin = ref(0);
  function place(): void {
    const [inner, outer] = [list.value, scroller.value];
    if (!inner || !outer) return;
    margin.value = Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop);
  }
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(place);
  function find(): void {
    const inner = list.value;
    const found = inner && scrollerOf(inner);
    if (found !== scroller.value) {
      observer?.disconnect();
      scroller.value = found;
      for (let around = inner?.parentElement; around && around !== found; around = around.parentElement)
        observer?.observe(around);
    }
    place();
  }
  watch(list, find, { flush: 'post' });
  window.addEventListener('resize', find);
  onScopeDispose(() => {
    observer?.disconnect();
    window.removeEventListener('resize', find);
  });

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>(
    computed(() => ({
      count: count(),
      getScrollElement: () => scroller.value,
      estimateSize: () => usualHeight,
      getItemKey: keyOf,
      scrollMargin: margin.value,
      gap,
      overscan: 4,
      observeElementRect: followSize,
      rangeExtractor: (range) => {
        const drawn = defaultRangeExtractor(range);
        const first = drawn[0] ?? 0;
        const kept = Array.from({ length: range.count }, (_, index) => index).filter(isKept);
        const [above, below] = [kept.filter((index) => index < first), kept.filter((index) => index > range.endIndex)];
        return [...new Set([...above, ...drawn, ...below])];
      },
    })),
  );
  return {
    /** The cards to draw, in order. */
    cards: computed(() =>
      virtualizer.value.getVirtualItems().map(({ index, start }) => ({ index, start: start - margin.value })),
    ),
    total: computed(() => virtualizer.value.getTotalSize()),
    /** Says which element a card became; null where it is gone. The element names its place as `data-index`. */
    measure: (card: unknown): void => virtualizer.value.measureElement(card instanceof HTMLElement ? card : null),
    async bringIntoSight(index: number): Promise<void> {
      virtualizer.value.scrollToIndex(index, { align: 'auto' });
      await nextTick();
    },
  };
}
