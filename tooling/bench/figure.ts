/** One measured number. `floor` is what the same machine does at least, measured in the same run; `ratio` is value ÷ floor. */
export type Figure = { name: string; value: number; unit: string; floor?: number; ratio?: number };

/** How well something was told, against what people say of it; a ratio without a base is `null`. */
export type Judgement = {
  name: string;
  /** The class of source. */
  group: string;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  right: number;
  wrong: number;
  missed: number;
  bar?: string;
  /** How far below the bar. */
  short?: number;
  /** The pages where it went wrong. */
  pages: readonly string[];
};

export type Reported = Figure | Judgement;

/** What stands behind the names on the command line: `--name value`. */
export type Options = Partial<Record<string, string>>;

/** What a file `tooling/bench/NAME.ts` exports as `run`: it measures, and reports each figure as soon as it is known. */
export type Run = (report: (figure: Reported) => void, options?: Options) => Promise<void> | void;

/** Four significant digits: a measurement has no more. */
const measured = (value: number): number => Number(value.toPrecision(4));

/** The line of a judgement, its ratios to three digits behind the point. */
function judgementLine({ precision, recall, f1, ...rest }: Judgement): string {
  const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(3)));
  const { name, group, ...others } = rest;
  return JSON.stringify({
    name,
    group,
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    ...others,
  });
}

/** The line of a figure; a floor without a ratio gets one. Throws on what is no number: a broken measurement is no zero. */
export function lineOf(figure: Reported): string {
  if ('precision' in figure) return judgementLine(figure);
  const { name, value, unit, floor, ratio = floor === undefined ? undefined : value / floor } = figure;
  for (const number of [value, floor, ratio])
    if (number !== undefined && !Number.isFinite(number)) throw new RangeError(`${name} measured ${number}`);
  const rest = { ...(floor === undefined ? {} : { floor: measured(floor) }) };
  return JSON.stringify({
    name,
    value: measured(value),
    unit,
    ...rest,
    ...(ratio === undefined ? {} : { ratio: measured(ratio) }),
  });
}
