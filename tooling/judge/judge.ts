import { judgeChurn } from './churn.ts';
import { judgeForecast } from './forecast.ts';
import { StatedWrongly } from './options.ts';
import { judgePurchases } from './purchases.ts';
import { judgeReference } from './reference.ts';
import { judgeScore } from './score.ts';

/** What a verb is judged on comes by its options; what it prints is one JSON document. */
type Verb = (args: readonly string[]) => Promise<unknown>;

// `npm run judge -- VERB --option value …`: a rule of core tried on files that it has never seen. Each verb is a file of its own.
const verbs: Readonly<Record<string, Verb>> = {
  churn: judgeChurn,
  forecast: judgeForecast,
  purchases: judgePurchases,
  reference: judgeReference,
  score: judgeScore,
};

const [name = '', ...args] = process.argv.slice(2);
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
if (verb === undefined) {
  process.stderr.write(`Judge what? npm run judge -- ${Object.keys(verbs).join(' | ')} --option value …\n`);
  process.exit(2);
}
try {
  process.stdout.write(`${JSON.stringify(await verb(args))}\n`);
} catch (error) {
  if (!(error instanceof StatedWrongly)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
