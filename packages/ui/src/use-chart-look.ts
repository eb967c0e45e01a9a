import { onScopeDispose, type Ref, ref, shallowRef } from 'vue';
import type { ChartColours } from './chart-option.ts';

function read(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--chart-${name}`).trim();
  return {
    // Double quotes would end the style attribute of the tip.
    font: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
    ink: of('ink'),
    quiet: of('quiet'),
    grid: of('grid'),
    paper: of('paper'),
    series: ['1', '2', '3', '4', '5', '6'].map(of),
  };
}

/** The theme's colours for charts and whether the reader asked for less motion; both follow a change while the chart is open. */
export function useChartLook(): { colours: Readonly<Ref<ChartColours>>; isCalm: Readonly<Ref<boolean>> } {
  const colours = shallowRef(read());
  const motion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const isCalm = ref(motion.matches);
  const followMotion = (): void => {
    isCalm.value = motion.matches;
  };
  const theme = new MutationObserver(() => {
    colours.value = read();
  });
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  motion.addEventListener('change', followMotion);
  onScopeDispose(() => {
    theme.disconnect();
    motion.removeEventListener('change', followMotion);
  });
  return { colours, isCalm };
}
