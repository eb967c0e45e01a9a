import type { BridgeView } from '@milepost/contract/pacing';
import { fireEvent, screen } from '@testing-library/vue';
import { expect, it, vi } from 'vitest';
import { mountPage } from '../mounted-page.ts';
import BridgeOfGap from './BridgeOfGap.vue';

const view: BridgeView = {
  asOf: '2026-03-16',
  currency: 'EUR',
  status: 'ok',
  planToDate: 1000_00,
  actual: 800_00,
  total: -200_00,
  causes: [
    { cause: 'volume', amount: -300_00 },
    { cause: 'mix', amount: 50_00 },
    { cause: 'price', amount: 50_00 },
    { cause: 'conversion', amount: null },
    { cause: 'timing', amount: 0 },
    { cause: 'currency', amount: null },
  ],
  otherCurrencies: 2,
};

it('shows every cause, opens its derivation, and offers an action on what pulls down', async () => {
  const [onWhy, onAct] = [vi.fn(), vi.fn()];
  await mountPage(BridgeOfGap, { props: { view, mayAct: true, onWhy, onAct } });
  await fireEvent.click(await screen.findByRole('button', { name: /Volume.*300\.00/ }));
  expect(onWhy).toHaveBeenCalledWith('volume', 'Volume');
  const offers = screen.getAllByRole('button', { name: /^Open an action/ });
  expect(offers).toHaveLength(1);
  await fireEvent.click(offers[0] as HTMLElement);
  expect(onAct).toHaveBeenCalledWith('volume');
  expect(screen.getByText('a rate of a day or of the plan is not known: contained in price')).toBeTruthy();
  expect(screen.getByText(/2 lines of the books are in other currencies and have no rates/)).toBeTruthy();
});

it('says why there is nothing to split, and offers nothing', async () => {
  await mountPage(BridgeOfGap, { props: { view: { ...view, status: 'noPrices', causes: [] }, mayAct: true } });
  expect(await screen.findByText(/no planned price is known/)).toBeTruthy();
  expect(screen.queryAllByRole('button', { name: /Open an action/ })).toEqual([]);
});
