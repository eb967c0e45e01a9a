import { agrees } from './agrees.ts';
import type { Call, Example } from './example.ts';
import { callOf, toleranceOf } from './families.ts';
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
 * is no JSON and TypeError on JSON that is no set of examples. `folder` is where they lie.
 */
export async function runVectors(text: string, folder?: string): Promise<Verdict[]> {
  const examples = parsePrinted(text);
  if (!hasNames(examples)) throw new TypeError('Worked examples are an object: key → { input, expected }.');
  const verdicts: Verdict[] = [];
  for (const [key, example] of Object.entries(examples)) {
    if (!hasNames(example) || example['expected'] === undefined) {
      throw new TypeError(`The example ${key} has nothing that is expected.`);
    }
    const { expected } = example;
    const call = callOf(key);
    if (call === null) {
      verdicts.push({ key, ok: null, got: null, expected: plain(expected) });
      continue;
    }
    const stated = plain(example) as Example;
    const got = await attempt(call, {
      ...stated,
      input: resolved(stated.input, examples),
      ...(folder ? { folder } : {}),
    });
    verdicts.push({ key, ok: agrees(got, expected, toleranceOf(key)), got, expected: plain(expected) });
  }
  return verdicts;
}

/** An input that says `{ "same": "KEY with NAME NUMBER" }` is that of another example but for one number. */
function resolved(input: unknown, examples: { readonly [key: string]: Printed }): unknown {
  const same = input !== null && typeof input === 'object' ? Reflect.get(input, 'same') : undefined;
  const [, key = '', name = '', number] = /^(\S+) with (\S+) (\S+)$/.exec(`${same}`) ?? [];
  const other = examples[key];
  if (number === undefined || other === undefined || !hasNames(other) || other['input'] === undefined) return input;
  return { ...(plain(other['input']) as object), [name]: Number(number) };
}

async function attempt(call: Call, example: Example): Promise<unknown> {
  try {
    return await call(example);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function hasNames(value: Printed): value is { [name: string]: Printed } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
