import DataTable from '@milepost/ui/DataTable.vue';
import { ariaSort, nextSort, shownColumns } from '@milepost/ui/table-columns';
import { selectedByKey } from '@milepost/ui/table-keys';
import { windowOf } from '@milepost/ui/use-windowed-rows';
import { fireEvent, screen, within } from '@testing-library/vue';
import { describe, expect, it, vi } from 'vitest';
import type { Component } from 'vue';
import { mountPage } from '../mounted-page.ts';

type Row = { id: string; name: string; owner: string | null; revenue: number };
const columns = [
  { key: 'owner', label: 'Owner', isSortable: true, text: (row: Row) => row.owner },
  { key: 'name', label: 'Account', isName: true, isSortable: true, text: (row: Row) => row.name },
  {
    key: 'revenue',
    label: 'Revenue',
    unit: '€',
    isNumeric: true,
    isSortable: true,
    text: (row: Row) => `${row.revenue}`,
  },
];
const rows = Array.from(
  { length: 1000 },
  (_, at): Row => ({ id: `r${at}`, name: `Account ${at}`, owner: at === 1 ? null : 'Ann', revenue: at }),
);
// A generic component is a function to the types, which no renderer is declared to take.
const anyTable = DataTable as unknown as Component;
const table = (more: object = {}) => mountPage(anyTable, { props: { label: 'Accounts', columns, rows, ...more } });
const rowOf = (name: string): HTMLElement => screen.getByText(name).closest('tr') as HTMLElement;

describe('a table of a thousand records', () => {
  it('draws the rows in sight and says how many there are', async () => {
    await table({ total: 4000 });
    expect(screen.getByRole('table', { name: 'Accounts' }).getAttribute('aria-rowcount')).toBe('4000');
    expect(screen.getByText('1,000 of 4,000')).toBeTruthy();
    expect(document.querySelectorAll('tr[data-row]').length).toBeLessThan(80);
  });

  it('reads a value that is not known as such', async () => {
    await table();
    expect(within(rowOf('Account 1')).getByText('not known')).toBeTruthy();
  });

  it('moves from row to row by arrows and opens by Enter', async () => {
    const onOpen = vi.fn();
    await table({ onOpen });
    rowOf('Account 0').focus();
    await fireEvent.keyDown(rowOf('Account 0'), { key: 'ArrowDown' });
    await vi.waitFor(() => expect(document.activeElement).toBe(rowOf('Account 1')), 20_000);
    await fireEvent.keyDown(rowOf('Account 1'), { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });

  it('opens on a click, and leaves a click with Ctrl to the browser', async () => {
    const onOpen = vi.fn();
    await table({ onOpen, href: (row: Row) => `/accounts/${row.id}` });
    await fireEvent.click(screen.getByRole('link', { name: 'Account 2' }), { ctrlKey: true });
    expect(onOpen).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('link', { name: 'Account 2' }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[2]);
  });

  it('selects by tick and by space, and clears', async () => {
    await table({ isSelectable: true });
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Select Account 0' }));
    await fireEvent.keyDown(rowOf('Account 1'), { key: ' ' });
    expect(screen.getByText('2 selected')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(screen.queryByText('2 selected')).toBeNull();
  });

  it('asks for an order by its head', async () => {
    const onSort = vi.fn();
    await table({ 'onUpdate:sort': onSort });
    await fireEvent.click(screen.getByRole('button', { name: /Revenue/ }));
    expect(onSort).toHaveBeenCalledExactlyOnceWith({ key: 'revenue', isDescending: true });
  });

  it('becomes cards on a phone', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
    await table({ rows: rows.slice(0, 3) });
    expect(screen.queryByRole('table')).toBeNull();
    expect(within(screen.getByRole('list', { name: 'Accounts' })).getAllByRole('listitem')).toHaveLength(3);
  });
});

describe('columns', () => {
  const [owner, , revenue] = columns as [(typeof columns)[number], unknown, (typeof columns)[number]];

  it('shows the name first, also when somebody hid it', () => {
    expect(shownColumns(columns, ['name', 'owner']).map(({ key }) => key)).toEqual(['name', 'revenue']);
  });

  it('orders numbers from the largest, text from A, then round, then not at all', () => {
    const first = nextSort(owner, null);
    expect(first).toEqual({ key: 'owner', isDescending: false });
    expect(nextSort(owner, first)).toEqual({ key: 'owner', isDescending: true });
    expect(nextSort(owner, { key: 'owner', isDescending: true })).toBeNull();
    expect(nextSort(revenue, first)).toEqual({ key: 'revenue', isDescending: true });
    expect(ariaSort(owner, first)).toBe('ascending');
  });

  it('keeps a window within the list', () => {
    const view = { height: 360, rowHeight: 36, count: 100, spare: 2 };
    expect(windowOf({ ...view, scrollTop: 0 })).toEqual({ from: 0, to: 12 });
    expect(windowOf({ ...view, scrollTop: 3300 })).toEqual({ from: 89, to: 100 });
    expect(windowOf({ ...view, scrollTop: 99999 })).toEqual({ from: 100, to: 100 });
  });
});

describe('the keys of a list that can be selected', () => {
  const at = { id: 'b', reached: undefined, all: ['a', 'b', 'c'] };
  const key = (name: string, more: object = {}) => ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    ...more,
  });

  it('select a row, all, or the way from one to the next', () => {
    expect(selectedByKey(key(' '), ['a'], at)).toEqual(['a', 'b']);
    expect(selectedByKey(key(' '), ['a', 'b'], at)).toEqual(['a']);
    expect(selectedByKey(key('a', { metaKey: true }), [], at)).toEqual(['a', 'b', 'c']);
    expect(selectedByKey(key('ArrowDown', { shiftKey: true }), ['b'], { ...at, reached: 'c' })).toEqual(['b', 'c']);
    expect(selectedByKey(key('ArrowDown'), ['b'], { ...at, reached: 'c' })).toBeNull();
    expect(selectedByKey(key('a'), ['b'], at)).toBeNull();
  });
});
