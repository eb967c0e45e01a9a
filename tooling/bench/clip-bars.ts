import { scoreOf, type Tally } from './clip-tally.ts';

type Bar = { field: RegExp; precision?: number; recall?: number; f1?: number; most?: number };

/** What the house asks of its reader. A field without a row has no bar of its own. */
const BARS: readonly Bar[] = [
  { field: /^e-mail$/, precision: 0.995, recall: 0.99 },
  { field: /^phone, North America$/, precision: 0.99, recall: 0.985 },
  { field: /^phone, other countries$/, precision: 0.98, recall: 0.97 },
  { field: /^extension kept$/, recall: 0.95 },
  { field: /^phone kind$/, recall: 0.97 },
  { field: /^company, first choice$/, recall: 0.9 },
  { field: /^person, on pages with titles$/, f1: 0.8 },
  { field: /^title$/, f1: 0.8 },
  { field: /^address, free text$/, recall: 0.8 },
  { field: /^list, row count$/, recall: 1 },
  { field: /^list, name and title$/, f1: 0.92 },
  { field: /^list, values across rows$/, most: 0 },
  { field: /^pages without leads, preselected$/, most: 0 },
  { field: /^refused values taken$/, most: 0 },
  { field: /^quoted reply split off$/, recall: 58 / 64 },
  { field: /^mails, /, f1: 0.9 },
  { field: /^(?:name|org|job-title|email|tel|url|address)$/, recall: 1 },
];

/** The bar of a field and how far the tally is below it; nothing where there is no bar. */
export function barOf(field: string, tally: Tally): { bar?: string; short?: number } {
  const bar = BARS.find((one) => one.field.test(field));
  if (bar === undefined) return {};
  const score = scoreOf(tally);
  if (bar.most !== undefined) return { bar: `at most ${bar.most} wrong`, short: Math.max(0, tally.wrong - bar.most) };
  const asked = (['precision', 'recall', 'f1'] as const).filter((name) => bar[name] !== undefined);
  const short = Math.max(0, ...asked.map((name) => (bar[name] ?? 0) - (score[name] ?? 1)));
  return {
    bar: asked.map((name) => `${name} ${Number((bar[name] ?? 0).toPrecision(4))}`).join(', '),
    short: Number(short.toFixed(4)),
  };
}
