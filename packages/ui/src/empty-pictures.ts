/** What an empty place will look like once something is there. Plain strokes, coloured by the theme. */
export const emptyPictures = ['table', 'chart', 'cards', 'search', 'people'] as const;
export type EmptyPictureName = (typeof emptyPictures)[number];

type Stroke = { d: string; strong?: boolean };

/** The strokes of each picture on a field of 96 × 56. */
export const strokesOf: Record<EmptyPictureName, Stroke[]> = {
  table: [
    { d: 'M8 8h80v40H8z' },
    { d: 'M8 18h80', strong: true },
    { d: 'M16 26h22M16 33h28M16 40h18' },
    { d: 'M62 26h18M66 33h14M60 40h20', strong: true },
  ],
  chart: [{ d: 'M10 6v42h78' }, { d: 'M12 42L30 34L48 36L66 22L86 12', strong: true }, { d: 'M12 44L86 18' }],
  cards: [
    { d: 'M6 8h24v16H6zM36 8h24v22H36zM66 8h24v14H66z' },
    { d: 'M6 30h24v18H6z' },
    { d: 'M11 14h12M41 14h14M71 14h12M11 36h14', strong: true },
    { d: 'M41 21h10' },
  ],
  search: [{ d: 'M10 14h44M10 24h34M10 34h40M10 44h26' }, { d: 'M66 38a12 12 0 1 1 8.5-3.5L84 46', strong: true }],
  people: [
    { d: 'M30 22a7 7 0 1 1 .1 0M18 46c0-9 5-15 12-15s12 6 12 15' },
    { d: 'M64 22a7 7 0 1 1 .1 0M52 46c0-9 5-15 12-15s12 6 12 15', strong: true },
  ],
};
