import { levelFields } from '@milepost/contract/skills';
import { levelOfScale, MOST_LEVEL } from '@milepost/core/skills/level-scale';
import { blankSkill, skillColumns, skills } from '../../skills/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { RecordWriter, saying } from '../record-writer.ts';

/** How far the levels of a named scale go; ours where none is named. */
const mostOf: Readonly<Record<string, number>> = { LV: 7 };

/** The level that a row of one level describes, as ours; null where it speaks of none, undefined when the row was rejected for it. */
function levelOf(run: ImportRun, row: ReadRecord): number | null | undefined {
  const text = run.text(row, 'level');
  if (text === null) return null;
  const [level, most] = [Number(text), mostOf[run.text(row, 'scale') ?? ''] ?? MOST_LEVEL];
  if (level >= 0 && level <= most) return levelOfScale(level, most);
  run.reject(row, 'level', text, 'too-large');
  return undefined;
}

/** The rows of one skill as one: a file may give a row to each level. */
function folded(
  run: ImportRun,
  rows: readonly ReadRecord[],
): { row: ReadRecord; said: Record<string, string | null> }[] {
  const known = new Map<string, { row: ReadRecord; said: Record<string, string | null> }>();
  const whole: { row: ReadRecord; said: Record<string, string | null> }[] = [];
  for (const row of rows) {
    const level = levelOf(run, row);
    if (level === undefined) continue;
    const said: Record<string, string | null> = {};
    for (const field of levelFields) said[field] = run.text(row, field);
    if (level !== null) said[`level${level}`] = run.text(row, 'levelText');
    const key = run.text(row, 'externalId') ?? run.text(row, 'name') ?? '';
    const earlier = level === null ? undefined : known.get(key);
    if (earlier) {
      for (const [field, text] of Object.entries(said)) earlier.said[field] ??= text;
      continue;
    }
    const one = { row, said };
    known.set(key, one);
    whole.push(one);
  }
  return whole;
}

/** Skills with their levels. */
export async function writeSkills(run: ImportRun, rows: readonly ReadRecord[]): Promise<void> {
  const writer = await RecordWriter.open(run, skills, { blank: blankSkill });
  for (const { row, said } of folded(run, rows)) {
    if (run.isRejected(row)) continue;
    const [name, externalId] = [run.text(row, 'name'), run.text(row, 'externalId')];
    const patch = saying({
      name,
      externalId,
      category: run.text(row, 'category'),
      about: run.text(row, 'about'),
      ...said,
    });
    await writer.put(row, { externalId, name }, { said: skillColumns(patch) });
  }
  await writer.flush();
}
