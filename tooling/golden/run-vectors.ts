import { agrees } from './agrees.ts';
import type { Call, Example } from './example.ts';
import { callOf } from './families.ts';
import { type Printed, parsePrinted, plain } from './printed.ts';

/** What became of one worked example; `ok` is null when nothing here can compute it. */
export type Verdict = {
  readonly key: string;
  readonly ok: boolean | null;
  readonly got: unknown;
  readonly expected: unknown;
};

/**
 * Runs worked examples, `{ key: { input, expected, … } }`, against core and compares what it gives with what is
 * expected. An example that makes core throw is not ok, and the reason stands in `got`. Throws SyntaxError on text that
 * is no JSON and TypeError on JSON that is no set of examples.
 */
export function runVectors(text: string): Verdict[] {
  const examples = parsePrinted(text);
  if (!hasNames(examples)) throw new TypeError('Worked examples are an object: key → { input, expected }.');
  return Object.entries(examples).map(([key, example]) => {
    if (!hasNames(example) || example['expected'] === undefined) {
      throw new TypeError(`The example ${key} has nothing that is expected.`);
    }
    const { expected } = example;
    const call = callOf(key);
    if (call === null) return { key, ok: null, got: null, expected: plain(expected) };
    const got = attempt(call, plain(example) as Example);
    return { key, ok: agrees(got, expected), got, expected: plain(expected) };
  });
}

function attempt(call: Call, example: Example): unknown {
  try {
    return call(example);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function hasNames(value: Printed): value is { [name: string]: Printed } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
