import type { TargetGridView } from '@milepost/contract/targets';
import type { Block, Plan } from '@milepost/core/targets/plan';

/** What the rows of the grid are: people under their teams, product lines, or customer segments. */
export type Face = 'people' | 'lines' | 'segments';

/** A row of the grid. `depth` indents it below its team; `at` is its block without months; null is the whole plan. */
export type GridRow = {
  key: string;
  name: string | null;
  depth: number;
  kind: 'total' | 'team' | 'person' | 'line' | 'segment';
  at: Block;
};

type Named = Pick<TargetGridView, 'people' | 'teams'>;

/** The rows of a face, from the whole down. People without a team stand at the end. */
export function gridRows(plan: Pick<Plan, 'lines' | 'segments'>, { people, teams }: Named, face: Face): GridRow[] {
  const whole: GridRow = { key: 'total', name: null, depth: 0, kind: 'total', at: {} };
  if (face === 'lines')
    return [
      whole,
      ...plan.lines.map(
        (id): GridRow => ({ key: `line ${id}`, name: id, depth: 1, kind: 'line', at: { lines: [id] } }),
      ),
    ];
  if (face === 'segments')
    return [
      whole,
      ...plan.segments.map(
        (id): GridRow => ({ key: `segment ${id}`, name: id, depth: 1, kind: 'segment', at: { segments: [id] } }),
      ),
    ];
  const byName = people.toSorted((a, b) => a.name.localeCompare(b.name));
  const rows: GridRow[] = [whole];
  for (const team of [...teams.toSorted((a, b) => a.name.localeCompare(b.name)), null]) {
    const members = byName.filter((person) =>
      team ? person.teamId === team.id : !teams.some((one) => one.id === person.teamId),
    );
    if (members.length === 0) continue;
    if (team)
      rows.push({
        key: `team ${team.id}`,
        name: team.name,
        depth: 1,
        kind: 'team',
        at: { persons: members.map(({ id }) => id) },
      });
    for (const { id, name } of members)
      rows.push({ key: `person ${id}`, name, depth: team ? 2 : 1, kind: 'person', at: { persons: [id] } });
  }
  return rows;
}

/** A column: the year, a quarter or a month, with the months (0–11) it covers; undefined is the year. */
export type GridColumn = { key: string; kind: 'year' | 'quarter' | 'month'; months: readonly number[] | undefined };

export const gridColumns: readonly GridColumn[] = [
  { key: 'year', kind: 'year', months: undefined },
  ...[0, 1, 2, 3].flatMap((quarter): GridColumn[] => {
    const months = [0, 1, 2].map((month) => quarter * 3 + month);
    return [
      { key: `q${quarter + 1}`, kind: 'quarter', months },
      ...months.map((month): GridColumn => ({ key: `m${month}`, kind: 'month', months: [month] })),
    ];
  }),
];

/** The block of a cell. */
export const blockOf = (row: GridRow, column: GridColumn): Block =>
  column.months ? { ...row.at, months: column.months } : row.at;
