import { parseArgs } from 'node:util';

/** What was asked for cannot be done as it was asked; the message says why. */
export class StatedWrongly extends Error {}

/** The options `--name value` of a verb; those in `needed` must be there. Throws StatedWrongly. */
export function readOptions<Needed extends string, Optional extends string>(
  args: readonly string[],
  needed: readonly Needed[],
  optional: readonly Optional[],
): Record<Needed, string> & Partial<Record<Optional, string>> {
  const options = Object.fromEntries([...needed, ...optional].map((name) => [name, { type: 'string' as const }]));
  let values: Record<string, unknown>;
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new StatedWrongly(error instanceof Error ? error.message : String(error));
  }
  const missing = needed.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new StatedWrongly(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.`);
  return values as Record<Needed, string> & Partial<Record<Optional, string>>;
}
