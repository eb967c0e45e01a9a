/** A mistake at the command line: said in one sentence, exit code 2. */
export class UsageError extends Error {}

export type Arguments = { words: string[]; options: Map<string, string | true> };

/** `--name value`, `--name=value`, `--flag`; everything else is a word. */
export function readArguments(list: readonly string[], flags: ReadonlySet<string>): Arguments {
  const words: string[] = [];
  const options = new Map<string, string | true>();
  for (let i = 0; i < list.length; i += 1) {
    const word = list[i] ?? '';
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name = '', ...rest] = word.slice(2).split('=');
    if (rest.length > 0) options.set(name, rest.join('='));
    else if (flags.has(name)) options.set(name, true);
    else {
      const value = list[i + 1];
      if (value === undefined || value.startsWith('--')) throw new UsageError(`--${name} needs a value.`);
      options.set(name, value);
      i += 1;
    }
  }
  return { words, options };
}

export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function neededOption(args: Arguments, name: string): string {
  const value = textOption(args, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}
