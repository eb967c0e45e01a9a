/** Middle and slow end of some times, in milliseconds. */
export type Times = { median: number; p95: number };

const blocks = 8;
/** After the others' turn its memory is cold: the first few of each block are not counted. */
const warmUps = 5;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;

/**
 * Times several ways of the same work in turns, block by block, so that a slow moment of the machine meets them all.
 * @param prepare what comes before each turn and is not timed
 */
export async function takeTurns<Name extends string>(
  ways: Readonly<Record<Name, () => Promise<void>>>,
  times: number,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Record<Name, Times>> {
  const names = Object.keys(ways) as Name[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let block = 0; block < blocks; block += 1)
    for (const name of names)
      for (let turn = -warmUps; turn < times / blocks; turn += 1) {
        await prepare();
        const start = performance.now();
        await ways[name]();
        if (turn >= 0) measured[name].push(performance.now() - start);
      }
  return Object.fromEntries(
    names.map((name) => {
      const sorted = measured[name].sort((a, b) => a - b);
      return [name, { median: at(sorted, 0.5), p95: at(sorted, 0.95) }];
    }),
  ) as Record<Name, Times>;
}
