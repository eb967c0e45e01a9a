import { barOption, lineOption } from '@milepost/ui/chart-option';
import Figure from '@milepost/ui/Figure.vue';
import { fireEvent, screen } from '@testing-library/vue';
import { describe, expect, it, vi } from 'vitest';
import { mountPage } from '../mounted-page.ts';

describe('a figure', () => {
  it('opens its derivation, and says what is seen and what it is exactly', async () => {
    const onWhy = vi.fn();
    await mountPage(Figure, { props: { label: 'Target', text: '€12.4M', exact: '€12,400,000.00', onWhy } });
    const button = screen.getByRole('button', { name: /Target: €12\.4M .*€12,400,000\.00/ });
    await fireEvent.click(button);
    expect(onWhy).toHaveBeenCalledOnce();
  });

  it('is a dash that opens nothing when it is not known, never a zero', async () => {
    await mountPage(Figure, { props: { label: 'Landing', text: null } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('not known')).toBeTruthy();
  });
});

const colours = {
  ink: '#111',
  quiet: '#777',
  grid: '#ddd',
  paper: '#fff',
  series: ['#a00', '#0a0', '#00a'],
  font: 'sans-serif',
};
const writing = { format: (value: number) => `€${value}`, compact: (value: number) => `${value}` };
type Line = {
  name: string;
  data: unknown;
  symbol: string;
  itemStyle?: { color: string };
  areaStyle?: { color: string };
};

describe('a chart', () => {
  it('draws an interval as a fan in the colour of its line, its lower bound unseen below it', () => {
    const series = [
      { name: 'Plan', values: [1, 2], isDashed: true },
      { name: 'Actual', values: [1, null] },
      { name: 'Last year', values: [1, 1], isQuiet: true },
    ];
    const band = { name: 'Landing', of: 'Actual', low: [null, 1], high: [null, 4] };
    const option = lineOption({ categories: ['Jan', 'Feb'], series, band, writing, colours, isCalm: true });
    const [base, fan, plan, actual, lastYear] = option['series'] as Line[];
    expect(base?.data).toEqual([null, 1]);
    expect(fan).toMatchObject({ name: 'Landing', data: [null, 3], areaStyle: { color: '#0a0' } });
    expect([plan?.itemStyle?.color, actual?.itemStyle?.color, lastYear?.itemStyle?.color]).toEqual([
      '#a00',
      '#0a0',
      '#777',
    ]);
    expect([plan?.symbol, actual?.symbol, lastYear?.symbol]).toEqual(['circle', 'rect', 'none']);
    expect(option['animation']).toBe(false);
  });

  it('shows a name from a record as text, never as markup', () => {
    const option = barOption({
      categories: ['<b>x</b>'],
      series: [{ name: '<img src=x>', values: [5] }],
      isStacked: false,
      isLying: false,
      writing,
      colours,
      isCalm: true,
    });
    const { formatter } = option['tooltip'] as { formatter: (rows: object[]) => string };
    const tip = formatter([{ seriesName: '<img src=x>', name: '<b>x</b>', value: 5, marker: '' }]);
    expect(tip).toContain('&lt;img src=x&gt;');
    expect(tip).toContain('&lt;b&gt;x');
    expect(tip).toContain('€5');
    expect(tip).not.toContain('<img');
  });
});
