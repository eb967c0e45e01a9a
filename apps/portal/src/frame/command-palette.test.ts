import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import { fakeApi, refusal } from '../faked-api.ts';
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
  const accounts = { kind: 'account', labelKey: 'accounts.title', icon: '', order: 1 };
  const notes = { kind: 'activity', labelKey: 'activities.many', icon: '', order: 2 };
  const typeInto = async (term: { value: string }, text: string) => {
    term.value = text;
    await nextTick();
    await vi.advanceTimersByTimeAsync(200);
  };

  it('asks once for what was typed and heads what was found by its kind; a note is shown at its account', async () => {
    vi.useFakeTimers();
    const item = { label: 'Acme', note: null, match: 'words', about: null };
    const asked: string[] = [];
    fakeApi({
      'GET /api/v1/search': ({ url }) => {
        asked.push(url.searchParams.get('q') ?? '');
        return {
          items: [
            { ...item, kind: 'activity', id: 'n', label: 'Called Acme', about: { kind: 'account', id: 'a' } },
            { ...item, kind: 'account', id: 'a' },
          ],
        };
      },
    });
    const term = ref('');
    const { found, isSearching } = useRecordSearch(term, [accounts, notes]);
    term.value = 'ac';
    await nextTick();
    term.value = 'acme';
    await nextTick();
    expect(isSearching.value).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['acme']);
    expect(found.value.map(({ records }) => records.map(({ label, to }) => [label, to]))).toEqual([
      [['Acme', '/accounts/a']],
      [['Called Acme', '/accounts/a']],
    ]);
  });

  it('takes one Chinese character as enough, one Latin letter not, and is silent when no answer comes', async () => {
    vi.useFakeTimers();
    const asked = vi.fn(() => refusal(500, 'internal'));
    fakeApi({ 'GET /api/v1/search': asked });
    const term = ref('');
    const { found, isSearching } = useRecordSearch(term, [accounts]);
    await typeInto(term, 'a');
    expect(asked).not.toHaveBeenCalled();
    await typeInto(term, '泵');
    expect(asked).toHaveBeenCalledOnce();
    expect([found.value, isSearching.value]).toEqual([[], false]);
  });
});
