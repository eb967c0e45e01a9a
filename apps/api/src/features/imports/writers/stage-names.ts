import { foldName } from '@milepost/core/identity/fold-name';
import { type StageCategory, WHOLE_BP } from '@milepost/core/pipeline/stages';
import type { StageTable } from '../../../db/tables/records.ts';
import { stageOrder } from '../../pipeline/stage-store.ts';
import { stages } from '../../pipeline/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';

/** What other tools and languages call the two ends of a pipeline and its beginning. */
const usual: Record<'won' | 'lost' | 'prospecting', ReadonlySet<string>> = {
  won: folded(
    'won | closed won | win | deal won | gewonnen | gagné | gagnée | ganado | ganada | 赢单 | 已赢单 | 成交 | 已成交 | 赢 | 贏單 | 已成交 | 成功',
  ),
  lost: folded(
    'lost | closed lost | deal lost | verloren | perdu | perdue | perdido | perdida | 输单 | 已输单 | 丢单 | 失败 | 輸單 | 失敗 | 丟單',
  ),
  prospecting: folded(
    'prospecting | prospect | 初步接触 | 初步接觸 | 潜在 | 潛在 | 线索 | 線索 | Akquise | prospection | prospección',
  ),
};

function folded(line: string): Set<string> {
  return new Set(line.split('|').map((name) => foldName(name)));
}

/**
 * The stages that a file names: known by their folded name, else by the usual words for won, lost and prospecting. A stage
 * that nobody knows is created as an open one before the won, by administrators; to others its rows are refused.
 */
export async function stageFinder(run: ImportRun) {
  const { work } = run;
  let all = await stageOrder.all(work.db, work.actor.orgId);

  const byUsualWord = (fold: string): StageTable | undefined => {
    const category: StageCategory | null = usual.won.has(fold) ? 'won' : usual.lost.has(fold) ? 'lost' : null;
    if (category !== null) return all.find((stage) => stage.category === category);
    return usual.prospecting.has(fold)
      ? all.find((stage) => stage.category === 'open' && usual.prospecting.has(foldName(stage.name)))
      : undefined;
  };

  async function create(name: string): Promise<StageTable> {
    await stageOrder.take(work);
    const last = all.findLastIndex((stage) => stage.category === 'open');
    const before = all[last];
    const { row } = await stages.create(work, {
      id: work.newId(),
      name,
      name_key: foldName(name),
      category: 'open',
      position: last + 1,
      // Between the last open stage and certainty nobody knows; the last stage's chance is the nearest that is stated.
      probability_bp: Math.min(before?.probability_bp ?? WHOLE_BP / 2, WHOLE_BP),
      minutes_each: null,
    });
    all = all.toSpliced(last + 1, 0, row);
    await stageOrder.write(work, all);
    all = await stageOrder.all(work.db, work.actor.orgId);
    const made = all.find(({ id }) => id === row.id) ?? row;
    run.created('stage', made.id, false);
    run.amended('stage', made.id, { version: made.version, before: {} });
    run.note('stage-created', 'stage', null, name);
    return made;
  }

  return async (row: ReadRecord): Promise<StageTable | null> => {
    const text = run.text(row, 'stage');
    if (text === null) return null;
    const fold = foldName(text);
    const known = all.find((stage) => stage.name_key === fold) ?? byUsualWord(fold);
    if (known) return known;
    if (work.actor.role === 'admin') return create(text);
    run.reject(row, 'stage', text, 'unknown-reference');
    return null;
  };
}
