import type { Leaf, Why } from '@milepost/core/explain/why';
import { fireEvent, screen } from '@testing-library/vue';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../http/problem.ts';
import { mountPage } from '../mounted-page.ts';
import { tabSeparated } from './copy-table.ts';
import { useWhy, useWhySheet } from './use-why.ts';
import WhySheet from './WhySheet.vue';
import { foldedAtFirst, rulesOf, unfolded, whyLines } from './why-lines.ts';

const sale = (id: string, value: number): Leaf => ({
  leaf: 'record',
  kind: 'sale',
  id,
  value,
  unit: 'money',
  label: `Deal ${id}`,
});
const sum = (args: (Why | Leaf)[], value: number): Why => ({ op: 'sum', rule: 'sum.of', unit: 'money', value, args });
const net: Why = {
  op: 'difference',
  rule: 'net.of',
  unit: 'money',
  value: 250_00,
  args: [sum([sale('a', 100_00), sale('b', 200_00)], 300_00), sale('c', 50_00)],
};

describe('a derivation as an indented sum', () => {
  it('says with a sign how each line enters the one above', () => {
    const lines = whyLines(net).map(({ depth, sign, value }) => [depth, sign, value]);
    expect(lines).toEqual([
      [0, '', 250_00],
      [1, '', 300_00],
      [2, '', 100_00],
      [2, '+', 200_00],
      [1, '−', 50_00],
    ]);
    expect(rulesOf(whyLines(net))).toEqual(['net.of', 'sum.of']);
  });

  it('folds what is below a line, and in a long derivation its long lists', () => {
    const lines = whyLines(net);
    expect(unfolded(lines, new Set(['0'])).map(({ at }) => at)).toEqual(['', '0', '1']);
    const many = Array.from({ length: 3000 }, (_, at) => sale(`${at}`, 1));
    const long = whyLines({ ...net, args: [sum(many, 3000), sale('c', 50_00)] });
    expect([...foldedAtFirst(long)]).toEqual(['0']);
    expect(unfolded(long, foldedAtFirst(long))).toHaveLength(3);
    expect(foldedAtFirst(lines).size).toBe(0);
  });

  it('copies as rows that a spreadsheet takes', () => {
    expect(
      tabSeparated([
        ['a\tb', '1'],
        ['c', '2'],
      ]),
    ).toBe('a b\t1\nc\t2');
  });
});

describe('the sheet', () => {
  afterEach(() => {
    useWhySheet().isOpen.value = false;
  });

  it('opens with the sentence, the sum, the rules, and what was left out', async () => {
    await mountPage(WhySheet);
    const leftOut = [{ reason: 'no-account', count: 3, value: 12_00, unit: 'money' as const }];
    useWhy().explain({ label: 'Net', fetch: async () => ({ why: net, asOf: '2026-03-17T09:30:00Z', leftOut }) });
    expect(await screen.findByText('Net is €250.00. Rule: net.of.')).toBeTruthy();
    expect(screen.getByText(/Deal a/)).toBeTruthy();
    expect(screen.getByText(/3 records: .*€12\.00/)).toBeTruthy();
    expect(screen.getByText(/As of/)).toBeTruthy();
  });

  it('draws what is in sight of three thousand records, not all of them', async () => {
    await mountPage(WhySheet);
    const many = Array.from({ length: 3000 }, (_, at) => sale(`${at}`, 1));
    useWhy().explain({
      label: 'Many',
      fetch: async () => ({ why: { ...net, args: [sum(many, 3000)] }, asOf: '2026-03-17T09:30:00Z' }),
    });
    const fold = await screen.findByRole('button', { name: 'sum.of' });
    await fireEvent.click(fold);
    const rows = document.querySelectorAll('tbody tr').length;
    expect(rows).toBeGreaterThan(10);
    expect(rows).toBeLessThan(100);
    expect(document.querySelector('table[aria-rowcount]')?.getAttribute('aria-rowcount')).toBe('3002');
  });

  it('says in words why it cannot, and tries again', async () => {
    await mountPage(WhySheet);
    let tries = 0;
    const fetch = async () => {
      tries += 1;
      if (tries === 1) throw new Problem({ status: 404, code: 'not-found' });
      return { why: net, asOf: '2026-03-17T09:30:00Z' };
    };
    useWhy().explain({ label: 'Net', fetch });
    expect(await screen.findByText('There is nothing here that you can see.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Net is €250/)).toBeTruthy();
  });
});
