/** One value of a chart, with the words that stand at it. Null is not known: it is said, and never drawn as zero. */
export type ChartPoint = {
  readonly label: string;
  readonly value: number | null;
  /** The value in words, as short as there is room for. */
  readonly text: string;
  /** Of steps: stands by itself and is not added to what came before. */
  readonly isTotal?: boolean;
};

/** `columns` over time, `bars` of named things, `steps` from one total by its parts to another. */
export type ChartShape = 'columns' | 'bars' | 'steps';
export type Chart = { readonly shape: ChartShape; readonly points: readonly ChartPoint[] };

/** Which ink a mark has; a screen and a page have inks of their own. */
export type Ink = 'main' | 'quiet' | 'up' | 'down';
export type Mark =
  | {
      readonly mark: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly ink: Ink;
    }
  | { readonly mark: 'gap'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly mark: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  | {
      readonly mark: 'text';
      readonly x: number;
      readonly y: number;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly text: string;
      readonly isQuiet: boolean;
    };
/** A drawing in units of its own, by whoever can draw boxes, lines and text. */
export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };

/** The size of text in the units of a drawing. */
export const textSize = 9;
const width = 480;
const columnsHeight = 130;
const rowHeight = 20;
const labelWidth = 130;
const valueWidth = 74;
const gapSize = 10;

const isWide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (isWide.test(sign) ? textSize : textSize * 0.56), 0);

/** As much of a text as there is room for. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  const signs = [...text];
  while (signs.length > 0 && widthOf(`${signs.join('')}…`) > room) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const box = (x: number, y: number, wide: number, high: number, ink: Ink): Mark => ({
  ...{
    mark: 'box',
    x: rounded(x),
    y: rounded(y),
    width: rounded(Math.max(wide, 0.5)),
    height: rounded(Math.max(high, 0.5)),
    ink,
  },
});
const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end', isQuiet = false): Mark => ({
  ...{ mark: 'text', x: rounded(x), y: rounded(y), anchor, text: words, isQuiet },
});
const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
  ...{ mark: 'line', x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2) },
});

/** From the lowest to the highest of some values and zero, on so many units; all zero is drawn as nothing. */
function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** The ink of a point: what is latest stands out of columns, what rose and what fell of steps. */
export function inkOf(shape: ChartShape, points: readonly Pick<ChartPoint, 'value' | 'isTotal'>[], at: number): Ink {
  const { value = null, isTotal } = points[at] ?? {};
  const isBelow = (value ?? 0) < 0;
  if (shape === 'columns') return isBelow ? 'down' : at === points.length - 1 ? 'main' : 'quiet';
  if (shape === 'bars' || isTotal) return 'main';
  return isBelow ? 'down' : 'up';
}

function drawColumns(points: readonly ChartPoint[]): Drawing {
  const known = points.flatMap(({ value }) => value ?? []);
  const isBelow = known.some((value) => value < 0);
  const bottom = columnsHeight - (isBelow ? 30 : 16);
  const y = scaleOf(known, bottom, 14);
  const step = width / Math.max(points.length, 1);
  const wide = Math.min(step * 0.62, 44);
  const marks = points.flatMap(({ label, value, text: words }, at): Mark[] => {
    const middle = step * (at + 0.5);
    const name = text(middle, columnsHeight - 4, fitted(label, step - 2), 'middle', true);
    if (value === null)
      return [
        {
          mark: 'gap',
          x: rounded(middle - wide / 2),
          y: rounded(y(0) - gapSize),
          width: rounded(wide),
          height: gapSize,
        },
        text(middle, y(0) - gapSize - 4, words, 'middle', true),
        name,
      ];
    const [top, end] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    return [
      box(middle - wide / 2, top, wide, end - top, inkOf('columns', points, at)),
      text(middle, value < 0 ? end + textSize + 1 : top - 4, fitted(words, step - 2), 'middle'),
      name,
    ];
  });
  return { width, height: columnsHeight, marks: [...marks, line(0, y(0), width, y(0))] };
}

/** Where each row begins and ends: at zero, or of steps where the row before it ended. */
export function ends({
  shape,
  points,
}: {
  readonly shape: ChartShape;
  readonly points: readonly Pick<ChartPoint, 'value' | 'isTotal'>[];
}): { from: number; to: number }[] {
  let running = 0;
  return points.map(({ value, isTotal }) => {
    const from = shape === 'steps' && !isTotal ? running : 0;
    const to = from + (value ?? 0);
    running = to;
    return { from, to };
  });
}

function drawRows(chart: Chart): Drawing {
  const spans = ends(chart);
  const values = spans.flatMap(({ from, to }) => [from, to]);
  const x = scaleOf(values, labelWidth + 6, width - valueWidth);
  const height = chart.points.length * rowHeight + 4;
  const marks = chart.points.flatMap(({ label, value, text: words }, at): Mark[] => {
    const { from, to } = spans[at] as { from: number; to: number };
    const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))];
    const top = at * rowHeight + 4;
    const base = top + rowHeight / 2 + 1;
    const name = text(labelWidth, base, fitted(label, labelWidth), 'end', true);
    if (value === null)
      return [
        { mark: 'gap', x: rounded(x(0)), y: rounded(top), width: 18, height: rowHeight - 8 },
        text(x(0) + 24, base, words, 'start', true),
        name,
      ];
    return [
      box(left, top, right - left, rowHeight - 8, inkOf(chart.shape, chart.points, at)),
      text(right + 4, base, fitted(words, width - right - 4), 'start'),
      name,
    ];
  });
  return { width, height, marks: [...marks, line(x(0), 0, x(0), height)] };
}

/** A chart as boxes, lines and text, so that a screen and a page show the same. */
export const drawChart = (chart: Chart): Drawing =>
  chart.shape === 'columns' ? drawColumns(chart.points) : drawRows(chart);
