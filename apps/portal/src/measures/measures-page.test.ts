import type { FigureView } from '@milepost/contract/figures';
import type { MeasureDefinitionView } from '@milepost/contract/measures';
import { derive, record } from '@milepost/core/explain/derive';
import { fireEvent, screen, waitFor } from '@testing-library/vue';
import { afterEach, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { useWhySheet } from '../explain/use-why.ts';
import WhySheet from '../explain/WhySheet.vue';
import { fakeApi, refusal } from '../faked-api.ts';
import { mountPage } from '../mounted-page.ts';
import DefinitionPage from './DefinitionPage.vue';
import MeasureTile from './MeasureTile.vue';

const figure = (more: Partial<FigureView>): FigureView => ({
  measure: 'repurchaseRate',
  from: '2025-03-17',
  to: '2026-03-16',
  by: null,
  unit: 'ratio',
  isAdditive: false,
  currency: null,
  total: 0.25,
  counts: { num: 25, den: 100 },
  interval: { low: 0.18, high: 0.34 },
  rows: [],
  unknown: null,
  stated: [{ key: 'repurchase-window', value: 90, unit: 'days' }],
  ...more,
});
const tile = (target: number | null) => ({
  props: { ask: { measure: 'repurchaseRate', from: '2025-03-17', to: '2026-03-16' }, target, period: 'a year' },
});
const path = 'GET /api/v1/figures/repurchaseRate';

afterEach(() => {
  useWhySheet().isOpen.value = false;
});

it('shows a rate with its counts, interval, target and definition, and opens its derivation', async () => {
  const why = derive('quotient', { rule: 'figures.repurchaseRate', unit: 'ratio' }, [
    derive('sum', { rule: 'figures.repurchased', unit: 'count' }, [record('credit', 'c', 1, 'count', 'Alder')]),
    derive('sum', { rule: 'figures.repurchase-windows', unit: 'count' }, [
      record('credit', 'c', 1, 'count', 'Alder'),
      record('credit', 'd', 1, 'count', 'Birch'),
    ]),
  ]);
  const stated = [{ key: 'repurchase-window', value: 90, unit: 'days' }];
  const leftOut = [{ reason: 'immature-window', count: 2 }];
  fakeApi({
    [path]: () => figure({}),
    [`${path}/why`]: () => ({ why, asOf: '2026-03-16T09:00:00Z', stated, leftOut }),
  });
  const both = defineComponent({ render: () => [h(MeasureTile, tile(0.3).props as never), h(WhySheet)] });
  await mountPage(both);
  expect(await screen.findByText('25 of 100; 95% interval 18% to 34%')).toBeTruthy();
  expect(screen.getByText('wanted: 30%')).toBeTruthy();
  expect(screen.getByText('open yet')).toBeTruthy();
  expect(screen.getByText('The window lasts 90 days from the first order in the period.')).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: /Repurchase rate/ }));
  expect(await screen.findByText('Definition in force')).toBeTruthy();
  expect(screen.getByText(/2 records: the window has not ended/)).toBeTruthy();
});

it('says that nothing can be counted yet, and never shows it as zero', async () => {
  fakeApi({ [path]: () => figure({ total: null, counts: { num: 0, den: 0 }, interval: { low: 0, high: 1 } }) });
  await mountPage(MeasureTile, tile(null));
  expect(await screen.findByText('Nothing can be counted in this time yet.')).toBeTruthy();
  expect(screen.queryByText('0%')).toBeNull();
  expect(screen.getByText('no target set')).toBeTruthy();
});

const definition: MeasureDefinitionView = {
  id: 'o',
  version: 0,
  updatedAt: null,
  newCustomer: { afterMonths: null, minRevenueMinor: 0, targetPerMonth: null },
  repurchase: { windowDays: 90, orders: 2, existing: 'any', immature: 'excluded', targetRatio: null },
  coverage: { visitKinds: ['visit'], marketBy: 'segment', targetPerWeek: 2 },
  event: { windowDays: 60, targetRatio: 0.15 },
};
const definitionPath = '/api/v1/measures/definition';
const saveButton = () => screen.getByText('Save').closest('button') as HTMLButtonElement;

it('saves the parts of the definitions that were changed, and on a clash shows what stands before anything is lost', async () => {
  const writes: { body: unknown; version: string | null }[] = [];
  const theirs = { ...definition, version: 1, event: { windowDays: 30, targetRatio: null } };
  fakeApi({
    [`GET ${definitionPath}`]: () => definition,
    [`PATCH ${definitionPath}`]: ({ body, headers }) => {
      writes.push({ body, version: headers.get('if-match') });
      return writes.length === 1
        ? refusal(412, 'version-clash', { current: theirs })
        : { ...theirs, ...(body as object), version: 2 };
    },
  });
  await mountPage(DefinitionPage);
  await fireEvent.update(await screen.findByLabelText(/^Wanted a month/), '5');
  await fireEvent.click(saveButton());
  expect(await screen.findByText(/Somebody else changed the definitions/)).toBeTruthy();
  expect(screen.getByText(/until 30 days after the event/)).toBeTruthy();
  const mine = screen.getByText('Save mine over it').closest('button') as HTMLButtonElement;
  await waitFor(() => expect(mine.disabled).toBe(false));
  await fireEvent.click(mine);
  const body = { newCustomer: { afterMonths: null, minRevenueMinor: 0, targetPerMonth: 5 } };
  await waitFor(() =>
    expect(writes).toEqual([
      { body, version: '"0"' },
      { body, version: '"1"' },
    ]),
  );
});

it('sends nothing while a number cannot be read', async () => {
  const asked = fakeApi({ [`GET ${definitionPath}`]: () => definition });
  await mountPage(DefinitionPage);
  await fireEvent.update(await screen.findByLabelText(/^Window in days/), 'ninety');
  expect(await screen.findByText('Not such a number')).toBeTruthy();
  expect(saveButton().disabled).toBe(true);
  expect(asked).toEqual([`GET ${definitionPath}`]);
});
