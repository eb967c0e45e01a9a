// `npm run bench -- NAME… [--option value]…` runs tooling/bench/NAME.ts and prints its figures, one line of JSON each.
import { readdirSync } from 'node:fs';
import { lineOf, type Options, type Run } from './figure.ts';

const own = ['bench.ts', 'figure.ts'];
const known = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z]+\.ts$/.test(file) && !own.includes(file))
  .map((file) => file.replace('.ts', ''));

const names: string[] = [];
const options: Options = {};
const words = process.argv.slice(2);
while (words.length > 0) {
  const word = words.shift() ?? '';
  if (word.startsWith('--')) options[word.slice(2)] = words.shift() ?? '';
  else names.push(word);
}
const strange = names.filter((name) => !known.includes(name));
if (names.length === 0 || strange.length > 0) {
  console.error(
    `${strange.length > 0 ? `There is no bench "${strange.join('", "')}". ` : ''}There are: ${known.join(', ')}.`,
  );
  process.exit(1);
}

// Side panels become pages that Playwright can drive: it asks once, when it is brought in.
process.env['PW_CHROMIUM_ATTACH_TO_OTHER'] = '1';
const report: Parameters<Run>[0] = (figure) => void process.stdout.write(`${lineOf(figure)}\n`);
for (const name of names) {
  const { run } = (await import(`./${name}.ts`)) as { run: Run };
  await run(report, options);
}
