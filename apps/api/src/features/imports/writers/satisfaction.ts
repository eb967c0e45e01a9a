import { scaleEnds } from '@milepost/contract/satisfaction';
import type { SatisfactionTable } from '../../../db/tables/satisfaction.ts';
import { accounts } from '../../accounts/store.ts';
import { satisfactions } from '../../satisfaction/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { occurrences } from './sale-keys.ts';

const keyOf = (row: Pick<SatisfactionTable, 'account_id' | 'on_day' | 'scale' | 'score' | 'words'>): string =>
  [row.account_id, row.on_day, row.scale, row.score, row.words ?? ''].join('\n');

/** What customers said: an answer that is there already comes in once; two alike in one file are two answers. */
export async function writeSatisfaction(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const { work } = run;
  const whose = new Map<string, { owner_id: string | null; backup_id: string | null }>();
  for await (const { id, owner_id, backup_id } of accounts.each(work.db, work.actor, {}))
    whose.set(id, { owner_id, backup_id });
  const nth = occurrences();
  const known = new Set<string>();
  for await (const row of satisfactions.each(work.db, work.actor, {})) known.add(nth(keyOf(row)));
  const nthHere = occurrences();
  for (const row of rows) {
    const account = await run.resolve(row, { field: 'account', subject: 'account', holds: true });
    const [day, text] = [run.text(row, 'day'), run.text(row, 'score')];
    const scale = (run.text(row, 'scale') ?? 'recommend') as SatisfactionTable['scale'];
    const score = Number(text);
    const [least, most] = scaleEnds[scale];
    if (text !== null && !(Number.isInteger(score) && score >= least && score <= most))
      run.reject(
        row,
        'score',
        text,
        Number.isInteger(score) ? (score > most ? 'too-large' : 'not-positive') : 'not-whole',
      );
    const owner = account.id === null ? undefined : whose.get(account.id);
    if (run.isRejected(row) || account.id === null || !owner || day === null || text === null) continue;
    const said = { account_id: account.id, on_day: day, scale, score, words: run.text(row, 'notes') };
    if (known.has(nthHere(keyOf(said)))) {
      run.counts.unchanged += 1;
      continue;
    }
    const made = await satisfactions.create(work, { ...said, ...owner, contact_id: null, id: work.newId() });
    run.created('satisfaction', made.row.id);
  }
}
