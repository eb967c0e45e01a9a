import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chart, drawChart, fitted, type Mark } from './draw-chart.ts';

const boxes = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.mark === 'box' ? [mark] : []));
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.mark === 'text' ? [mark.text] : []));
const point = (label: string, value: number | null, isTotal = false) => ({
  ...{ label, value, text: value === null ? '—' : String(value), isTotal },
});

describe('a chart', () => {
  it('draws columns as high as their values, and says what is not known', () => {
    const { marks } = drawChart({
      shape: 'columns',
      points: [point('9 Mar', 50), point('16 Mar', null), point('23 Mar', 100)],
    });
    const [first, last] = boxes(marks);
    expect(boxes(marks)).toHaveLength(2);
    expect((last?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(2, 1);
    expect(marks.filter(({ mark }) => mark === 'gap')).toHaveLength(1);
    expect(texts(marks)).toEqual(['50', '9 Mar', '—', '16 Mar', '100', '23 Mar']);
  });

  it('draws steps from where the step before ended: the last total stands where they lead', () => {
    const points = [point('Then', 100, true), point('New', 40), point('Won', -60), point('Now', 80, true)];
    const [then, gain, loss, now] = boxes(drawChart({ shape: 'steps', points }).marks);
    const end = (one: { x: number; width: number } | undefined) => (one?.x ?? 0) + (one?.width ?? 0);
    expect(gain?.x).toBeCloseTo(end(then), 1);
    expect(end(loss)).toBeCloseTo(end(gain), 1);
    expect(loss?.x).toBeCloseTo(end(now), 1);
    expect([then?.ink, gain?.ink, loss?.ink, now?.ink]).toEqual(['main', 'up', 'down', 'main']);
  });

  it('stays on its sheet, whatever its values are', () => {
    const value = fc.option(fc.integer({ min: -1e12, max: 1e12 }));
    const points = fc.array(fc.record({ label: fc.string(), value, text: fc.string(), isTotal: fc.boolean() }), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(points, fc.constantFrom('columns' as const, 'bars' as const, 'steps' as const), (some, shape) => {
        const chart: Chart = { shape, points: some };
        const { width, height, marks } = drawChart(chart);
        for (const mark of marks) {
          if (mark.mark !== 'box') continue;
          expect(mark.x).toBeGreaterThanOrEqual(0);
          expect(mark.x + mark.width).toBeLessThanOrEqual(width + 1);
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y + mark.height).toBeLessThanOrEqual(height + 1);
        }
        expect(boxes(marks)).toHaveLength(some.filter((one) => one.value !== null).length);
      }),
    );
  });

  it('shortens words by the room they take, Chinese signs being twice as wide', () => {
    expect(fitted('Pumps', 60)).toBe('Pumps');
    expect(fitted('Process instrumentation', 60)).toMatch(/^Process i.*…$/);
    expect([...fitted('过程测量仪器设备', 40)]).toHaveLength(4);
  });
});
