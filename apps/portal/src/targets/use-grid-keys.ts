import { nextTick, type Ref, ref } from 'vue';

export type GridPlace = { row: number; column: number };

/** The keys of a spreadsheet over a table whose cells carry `data-cell="row column"`. */
export function useGridKeys(
  root: Readonly<Ref<HTMLElement | null>>,
  size: () => { rows: number; columns: number },
  acts: {
    /** Draws a row that is about to be gone to. */
    bringIntoSight(row: number): void;
    edit(place: GridPlace, initial: string | null): void;
    lock(place: GridPlace): void;
    why(place: GridPlace): void;
    undo(): void;
    redo(): void;
    /** Puts the value of a month into all months after it. */
    fillRight(place: GridPlace): void;
    clearTo(place: GridPlace): void;
  },
) {
  const at = ref<GridPlace>({ row: 0, column: 0 });

  async function goTo(row: number, column: number): Promise<void> {
    const { rows, columns } = size();
    at.value = { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
    acts.bringIntoSight(at.value.row);
    await nextTick();
    root.value?.querySelector<HTMLElement>(`[data-cell="${at.value.row} ${at.value.column}"]`)?.focus();
  }

  function onKey(event: KeyboardEvent): void {
    const { row, column } = at.value;
    const isCommand = event.ctrlKey || event.metaKey;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [isCommand ? 0 : row, 0],
      End: [isCommand ? size().rows - 1 : row, size().columns - 1],
      PageDown: [row + 15, column],
      PageUp: [row - 15, column],
    };
    const move = moves[event.key];
    const key = event.key.toLowerCase();
    if (move) void goTo(...move);
    else if (isCommand && key === 'z') event.shiftKey ? acts.redo() : acts.undo();
    else if (isCommand && key === 'y') acts.redo();
    else if (isCommand && key === 'r') acts.fillRight(at.value);
    else if (isCommand || event.altKey) return;
    else if (event.key === 'Enter' || event.key === 'F2') acts.edit(at.value, null);
    else if (key === 'l') acts.lock(at.value);
    else if (key === 'w') acts.why(at.value);
    else if (event.key === 'Delete' || event.key === 'Backspace') acts.clearTo(at.value);
    else if (/^[\d.,-]$/.test(event.key)) acts.edit(at.value, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return { at, goTo, onKey };
}
