import { render } from '@testing-library/vue';
import { expect, it } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { useListAddress } from './use-list-address.ts';

async function openList(address: string) {
  let list: ReturnType<typeof useListAddress> | undefined;
  const page = defineComponent(() => {
    list = useListAddress('/accounts');
    return () => h('p');
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/accounts', component: page }] });
  await router.push(address);
  render(() => h(RouterView), { global: { plugins: [router] } });
  await nextTick();
  if (!list) throw new Error('The list did not open.');
  return { router, list };
}

it('shows what the address says, also when a link or Back changes it while the list is open', async () => {
  const { router, list } = await openList('/accounts?q=north');
  expect(list.q.value).toBe('north');
  await router.push('/accounts?q=south');
  expect(list.q.value).toBe('south');
  await router.push('/accounts');
  expect(list.q.value).toBe('');
});

it('keeps what is typed while the address still follows', async () => {
  const { router, list } = await openList('/accounts?other=1');
  for (const typed of ['n', 'no', 'nor']) {
    list.q.value = typed;
    await nextTick();
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(list.q.value).toBe('nor');
  expect(router.currentRoute.value.fullPath).toBe('/accounts?other=1&q=nor');
});
