import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runVectors } from './run-vectors.ts';

// `npm run golden -- FILE…`: one JSON line a worked example on standard output, 1 when one of them is not met.
const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Which worked examples? npm run golden -- FILE\n');
  process.exit(2);
}
let isMet = true;
for (const file of files) {
  try {
    for (const verdict of await runVectors(readFileSync(file, 'utf8'), dirname(file))) {
      process.stdout.write(`${JSON.stringify(verdict)}\n`);
      isMet &&= verdict.ok !== false;
    }
  } catch (error) {
    process.stderr.write(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
process.exitCode = isMet ? 0 : 1;
