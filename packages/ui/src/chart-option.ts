import type { EChartsCoreOption } from 'echarts/core';

/** Values of a series, one a category. Null is "not known" and leaves a gap. */
export type Values = readonly (number | null)[];

export type LineSeries = {
  name: string;
  values: Values;
  /** A plan or a projection, as against what happened. */
  isDashed?: boolean;
  /** Drawn behind, in grey: last year, for comparison. */
  isQuiet?: boolean;
};

/** An interval around a line: both bounds, one a category. It takes the colour of the series named in `of`. */
export type Band = { name: string; low: Values; high: Values; of?: string };

export type BarSeries = { name: string; values: Values; isQuiet?: boolean };

/** Colours of the running theme, as plain hex. */
export type ChartColours = {
  ink: string;
  quiet: string;
  grid: string;
  paper: string;
  series: readonly string[];
  /** The page's font: the chart measures its texts with it. */
  font: string;
};

export type ChartWriting = {
  /** A value in full, for the tip. */
  format: (value: number) => string;
  /** A value in short, for the axis. */
  compact: (value: number) => string;
};

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const;

/** Replaces what has a meaning in HTML: names come from records, and the tip is HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

type TipRow = { seriesName?: string; name?: string; value?: unknown; marker?: string };

function tipOf(writing: ChartWriting, leftOut: ReadonlySet<string>) {
  return (rows: TipRow | TipRow[]): string => {
    const list = (Array.isArray(rows) ? rows : [rows]).filter((row) => !leftOut.has(row.seriesName ?? ''));
    const lines = list.map((row) => {
      const value = typeof row.value === 'number' ? escapeHtml(writing.format(row.value)) : '—';
      return `<div style="display:flex;gap:1.25em;justify-content:space-between"><span>${row.marker ?? ''}${escapeHtml(row.seriesName ?? '')}</span><b>${value}</b></div>`;
    });
    return `<div style="margin-bottom:2px">${escapeHtml(list[0]?.name ?? '')}</div>${lines.join('')}`;
  };
}

function frame(colours: ChartColours, entries: readonly { name: string; icon?: string }[], isCalm: boolean) {
  return {
    animation: !isCalm,
    animationDuration: 200,
    animationDurationUpdate: 200,
    color: [...colours.series],
    textStyle: { color: colours.ink, fontFamily: colours.font },
    grid: { left: 8, right: 12, top: entries.length > 1 ? 34 : 12, bottom: 4, containLabel: true },
    legend: {
      show: entries.length > 1,
      data: [...entries],
      type: 'scroll',
      top: 0,
      left: 0,
      itemWidth: 18,
      itemGap: 14,
      itemHeight: 8,
      textStyle: { color: colours.quiet, fontSize: 12 },
      pageTextStyle: { color: colours.quiet },
      pageIconColor: colours.quiet,
    },
  };
}

const tooltip = (colours: ChartColours, formatter: unknown, pointer: 'line' | 'shadow') => ({
  trigger: 'axis',
  confine: true,
  axisPointer: {
    type: pointer,
    lineStyle: { color: colours.quiet },
    shadowStyle: { color: colours.grid, opacity: 0.4 },
  },
  backgroundColor: colours.paper,
  borderColor: colours.grid,
  textStyle: { color: colours.ink, fontSize: 12 },
  formatter,
});

const categoryAxis = (colours: ChartColours, categories: readonly string[], boundaryGap: boolean) => ({
  type: 'category',
  data: [...categories],
  boundaryGap,
  axisLine: { lineStyle: { color: colours.grid } },
  axisTick: { show: false },
  axisLabel: { color: colours.quiet, fontSize: 11, hideOverlap: true },
});

const valueAxis = (colours: ChartColours, writing: ChartWriting) => ({
  type: 'value',
  splitLine: { lineStyle: { color: colours.grid } },
  axisLabel: { color: colours.quiet, fontSize: 11, formatter: writing.compact, hideOverlap: true },
});

/** Lines over categories, with an optional interval as a fan. The interval's base is stacked invisibly below its width. */
export function lineOption(chart: {
  categories: readonly string[];
  series: readonly LineSeries[];
  band?: Band | undefined;
  writing: ChartWriting;
  colours: ChartColours;
  isCalm: boolean;
}): EChartsCoreOption {
  const { categories, series, band, writing, colours, isCalm } = chart;
  const bandBase = '\u0000base';
  const width = band?.high.map((high, at) => {
    const low = band.low[at] ?? null;
    return high === null || low === null ? null : high - low;
  });
  const loudSeries = series.filter((one) => !one.isQuiet);
  const colourOf = (one: LineSeries): string | undefined =>
    one.isQuiet ? colours.quiet : colours.series[loudSeries.indexOf(one) % colours.series.length];
  const around = series.find((one) => one.name === band?.of);
  const fanColour = around ? colourOf(around) : colours.series[0];
  const fan = band
    ? [
        {
          name: bandBase,
          type: 'line',
          stack: 'band',
          stackStrategy: 'all',
          data: [...band.low],
          lineStyle: { opacity: 0 },
          symbol: 'none',
          silent: true,
        },
        {
          name: band.name,
          type: 'line',
          stack: 'band',
          stackStrategy: 'all',
          data: width,
          lineStyle: { opacity: 0 },
          symbol: 'none',
          silent: true,
          itemStyle: { color: fanColour },
          areaStyle: { color: fanColour, opacity: 0.16 },
        },
      ]
    : [];
  const lines = series.map((one) => {
    const at = loudSeries.indexOf(one);
    const colour = colourOf(one);
    return {
      name: one.name,
      type: 'line',
      data: [...one.values],
      symbol: one.isQuiet ? 'none' : symbols[at % symbols.length],
      symbolSize: 6,
      showSymbol: categories.length <= 24,
      connectNulls: false,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: one.isQuiet ? 1 : 2, type: one.isDashed ? 'dashed' : 'solid' },
      emphasis: { focus: 'series' },
      z: one.isQuiet ? 2 : 3,
    };
  });
  const entries = [
    ...series.map((one) => ({ name: one.name })),
    ...(band ? [{ name: band.name, icon: 'roundRect' }] : []),
  ];
  return {
    ...frame(colours, entries, isCalm),
    tooltip: tooltip(colours, tipOf(writing, new Set([bandBase, band?.name ?? bandBase])), 'line'),
    xAxis: categoryAxis(colours, categories, false),
    yAxis: valueAxis(colours, writing),
    series: [...fan, ...lines],
  };
}

/** Bars over categories, side by side or stacked, upright or lying. */
export function barOption(chart: {
  categories: readonly string[];
  series: readonly BarSeries[];
  isStacked: boolean;
  isLying: boolean;
  writing: ChartWriting;
  colours: ChartColours;
  isCalm: boolean;
}): EChartsCoreOption {
  const { categories, series, isStacked, isLying, writing, colours, isCalm } = chart;
  let loud = 0;
  const bars = series.map((one) => ({
    name: one.name,
    type: 'bar',
    data: [...one.values],
    barMaxWidth: 28,
    barGap: '10%',
    itemStyle: {
      color: one.isQuiet ? colours.grid : colours.series[loud++ % colours.series.length],
      borderRadius: isStacked ? 0 : 2,
    },
    emphasis: { focus: 'series' },
    ...(isStacked ? { stack: 'all' } : {}),
  }));
  const category = categoryAxis(colours, categories, true);
  const value = valueAxis(colours, writing);
  return {
    ...frame(
      colours,
      series.map((one) => ({ name: one.name })),
      isCalm,
    ),
    tooltip: tooltip(colours, tipOf(writing, new Set()), 'shadow'),
    xAxis: isLying ? value : category,
    // A lying chart reads from the top.
    yAxis: isLying ? { ...category, inverse: true } : value,
    series: bars,
  };
}
