import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { mountPage } from '../mounted-page.ts';
import CommandPalette from './CommandPalette.vue';
import { useFrameState } from './frame-state.ts';
import { useRecordSearch } from './record-search.ts';

const { isPaletteOpen } = useFrameState();
afterEach(() => {
  isPaletteOpen.value = false;
  vi.useRealTimers();
});

describe('the command palette', () => {
  it('goes to a page by a few letters of its name, from a list that has a name itself', async () => {
    const { router } = await mountPage(CommandPalette);
    isPaletteOpen.value = true;
    const field = await screen.findByPlaceholderText('Page, record or action');
    expect(screen.getByRole('listbox').getAttribute('aria-label')).toBe('Page, record or action');
    await fireEvent.update(field, 'your acc');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await fireEvent.click(screen.getByRole('option', { name: /Your account/ }));
    await waitFor(() => expect(router.currentRoute.value.path).toBe('/account'));
    await waitFor(() => expect(isPaletteOpen.value).toBe(false));
  });
});

describe('searching records', () => {
  const source = (label: string, find: (term: string) => Promise<{ id: string; label: string; to: string }[]>) => ({
    labelKey: label,
    icon: '',
    order: 1,
    find,
  });

  it('asks once for what was typed, and one kind that fails does not silence the others', async () => {
    vi.useFakeTimers();
    const find = vi.fn(async (term: string) => [{ id: '1', label: term, to: '/1' }]);
    const broken = source('broken', () => Promise.reject(new Error('down')));
    const term = ref('');
    const { found, isSearching } = useRecordSearch(term, [source('accounts', find), broken]);
    term.value = 'ac';
    await nextTick();
    term.value = 'acme';
    await nextTick();
    expect(isSearching.value).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(find.mock.calls.map(([words]) => words)).toEqual(['acme']);
    expect(found.value.map(({ records }) => records.map(({ label }) => label))).toEqual([['acme']]);
  });

  it('takes one Chinese character as enough, one Latin letter not', async () => {
    vi.useFakeTimers();
    const find = vi.fn(async () => []);
    const term = ref('');
    useRecordSearch(term, [source('accounts', find)]);
    term.value = 'a';
    await nextTick();
    await vi.advanceTimersByTimeAsync(200);
    expect(find).not.toHaveBeenCalled();
    term.value = '泵';
    await nextTick();
    await vi.advanceTimersByTimeAsync(200);
    expect(find).toHaveBeenCalledOnce();
  });
});
