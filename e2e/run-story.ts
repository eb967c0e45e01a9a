// Tells one story on one database: `node run-story.ts FILE DIALECT`. The exit code says how it went.
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Story } from './story.ts';
import { openContext } from './story-context.ts';

const [file = '', dialect] = process.argv.slice(2);
if (dialect !== 'sqlite' && dialect !== 'postgres') throw new Error('usage: run-story.ts FILE sqlite|postgres');

const story = (await import(pathToFileURL(file).href)) as Story;
const { context, complaints, stepsGoing, lastWords, picturesOfAll, close } = openContext(
  basename(file, '.e2e.ts'),
  dialect,
);
// A promise nobody waited for fails the story as well, after the pictures are kept.
process.on('unhandledRejection', (error) => complaints.push(`Nobody waited for: ${String(error)}`));
process.once('SIGTERM', async () => {
  for (const step of stepsGoing) console.log(`It was stuck in: ${step}`);
  console.log((await picturesOfAll()).join('\n'));
  process.exit(1);
});

let problem: unknown;
try {
  await story.run(context);
} catch (error) {
  problem = error;
}
if (problem !== undefined || complaints.length > 0) {
  if (problem !== undefined) console.log(problem instanceof Error ? (problem.stack ?? problem.message) : problem);
  for (const complaint of complaints) console.log(complaint);
  for (const line of lastWords()) console.log(`server: ${line}`);
  for (const picture of await picturesOfAll()) console.log(picture);
}
await close();
process.exit(problem !== undefined || complaints.length > 0 ? 1 : 0);
