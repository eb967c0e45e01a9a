import type { Block } from '@milepost/core/targets/plan';
import { readAmount, readPasted } from '../i18n/read-amount.ts';

type Writing = Parameters<typeof readAmount>[1];
export type CellChange = { at: Block; value: number };

/**
 * A block copied from a spreadsheet as changes of cells. Empty cells and those outside the grid are left alone; null when one of the
 * others is no amount: then nothing is taken.
 * @param blockAt the block of the cell so many rows and columns from where is pasted, undefined outside the grid
 */
export function pastedChanges(
  text: string,
  writing: Writing,
  blockAt: (row: number, column: number) => Block | undefined,
): CellChange[] | null {
  const changes: CellChange[] = [];
  for (const [row, line] of readPasted(text).entries())
    for (const [column, cell] of line.entries()) {
      const at = blockAt(row, column);
      if (!at || cell.trim() === '') continue;
      const value = readAmount(cell, writing);
      if (value === null) return null;
      changes.push({ at, value });
    }
  return changes;
}
