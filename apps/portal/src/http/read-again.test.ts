import { useQuery, useQueryCache } from '@pinia/colada';
import { expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { mountPage } from '../mounted-page.ts';

it('reads again without a failure that nobody handles: an overtaken reading is none, and the page shows the others', async () => {
  const read = vi.fn(async ({ signal }: { signal: AbortSignal }) => {
    await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      setTimeout(resolve, 5);
    });
    if (read.mock.calls.length > 3) throw new Error('down');
    return `reading ${read.mock.calls.length}`;
  });
  let again = async (): Promise<unknown> => expect.unreachable('not mounted yet');
  const page = defineComponent({
    setup() {
      const cache = useQueryCache();
      const { state } = useQuery({ key: ['account'], query: read });
      again = () => cache.invalidateQueries({ key: ['account'] });
      return () => h('p', state.value.error?.message ?? state.value.data);
    },
  });
  const view = await mountPage(page);
  await view.findByText('reading 1');
  const [overtaken, last] = [again(), again()];
  await expect(overtaken).resolves.toBeDefined();
  await expect(last).resolves.toBeDefined();
  await view.findByText('reading 3');
  await expect(again()).resolves.toBeDefined();
  await view.findByText('down');
});
