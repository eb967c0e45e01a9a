import { type Drawing, type Ink, type Mark, textSize } from '@milepost/core/reports/draw-chart';
import { escaped } from '../../records/escaped.ts';

/** The inks of a page: told apart also where it is printed in grey. */
export const inks: Readonly<Record<Ink, string>> = {
  main: '#1d4ed8',
  quiet: '#a3bffa',
  up: '#0f766e',
  down: '#ea9a5a',
};
const [ink, quietInk, rule] = ['#1f2937', '#6b7280', '#9ca3af'];
export const paperInks = { ink, quietInk, rule, accent: inks.main } as const;
export const paperFont = 'NotoSansHans';

function markOf(mark: Mark): string {
  switch (mark.mark) {
    case 'box':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${inks[mark.ink]}"/>`;
    case 'gap':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="none" stroke="${rule}" stroke-width="0.7" stroke-dasharray="2 2"/>`;
    case 'line':
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}" stroke="${rule}" stroke-width="0.7"/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" font-family="${paperFont}" font-size="${textSize}" text-anchor="${mark.anchor}" fill="${mark.isQuiet ? quietInk : ink}">${escaped(mark.text)}</text>`;
  }
}

/** A drawing as SVG, which goes onto the page as vectors. */
export const svgOf = ({ width, height, marks }: Drawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${marks.map(markOf).join('')}</svg>`;
