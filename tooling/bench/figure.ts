/** One measured number. `floor` is what the same machine does at least, measured in the same run; `ratio` is value ÷ floor. */
export type Figure = { name: string; value: number; unit: string; floor?: number; ratio?: number };

/** What a file `tooling/bench/NAME.ts` exports as `run`: it measures, and reports each figure as soon as it is known. */
export type Run = (report: (figure: Figure) => void) => Promise<void> | void;

/** Four significant digits: a measurement has no more. */
const measured = (value: number): number => Number(value.toPrecision(4));

/** The line of a figure; a floor without a ratio gets one. Throws on what is no number: a broken measurement is no zero. */
export function lineOf({
  name,
  value,
  unit,
  floor,
  ratio = floor === undefined ? undefined : value / floor,
}: Figure): string {
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
