import type { Locale } from '@milepost/contract/organisation';
import type { EditionChart, EditionReading } from '@milepost/contract/reports';
import { editionFormats } from './edition-formats.ts';
import type { EditionOnPaper } from './edition-paper.ts';
import { editionWords } from './edition-words.ts';

const person = { id: '0195a1b2-0000-7000-8000-000000000001', name: '安 Ann' };
const at = '2026-03-16T09:00:00.000Z';
const spans = ['2026-02-23', '2026-03-02', '2026-03-09'];
const organisation = { dateFormat: 'ymd', decimalMark: '.', timeZone: 'UTC' } as const;

const movement: EditionChart = {
  ...{ key: 'movement', shape: 'steps', unit: 'money' },
  points: [
    { label: { kind: 'word', text: 'start' }, value: 900_000_00, isTotal: true },
    { label: { kind: 'word', text: 'new' }, value: 250_000_00, isTotal: false },
    { label: { kind: 'word', text: 'won' }, value: -400_000_00, isTotal: false },
    { label: { kind: 'word', text: 'end' }, value: 750_000_00, isTotal: true },
  ],
};

const reading: EditionReading = {
  edition: {
    ...{ id: person.id, version: 3, createdAt: at, updatedAt: at, archivedAt: null, personId: person.id, person },
    ...{ kind: 'week', startsOn: '2026-03-09', endsOn: '2026-03-15', dueOn: '2026-03-17', closesOn: '2026-03-22' },
    ...{ state: 'submitted', achieved: null, obstacles: null, outlook: null, frozenAt: at, hash: 'a'.repeat(64) },
    ...{ signedBy: person, signedAt: at, mayWrite: false, maySubmit: false, maySign: false },
  },
  content: {
    ...{ form: 1, kind: 'week', startsOn: '2026-03-09', endsOn: '2026-03-15', asOf: '2026-03-15' },
    ...{ organisation: '北光仪器 Northlight', currency: 'EUR', exponent: 2, person },
    sections: [
      {
        key: 'revenue',
        figures: [
          { key: 'revenue', unit: 'money', value: 123_456_78, before: -5_00, reason: null, leftOut: null },
          { key: 'planToDate', unit: 'money', value: null, before: null, reason: 'no-plan', leftOut: null },
        ],
        charts: [
          {
            ...{ key: 'revenue', shape: 'columns', unit: 'money' },
            points: spans.map((text, place) => ({
              ...{
                label: { kind: 'day' as const, text },
                value: [-5_00, null, 123_456_78][place] ?? null,
                isTotal: false,
              },
            })),
          },
        ],
        tables: [],
      },
      {
        key: 'pipeline',
        figures: [],
        charts: [movement],
        tables: [
          {
            ...{ key: 'moved', unit: 'money', more: 3 },
            rows: [
              {
                ...{ label: { kind: 'name', text: '=SUM(A1) & <b>泵</b>' }, note: { kind: 'word', text: 'won' } },
                ...{ value: -400_000_00, share: null },
              },
            ],
          },
        ],
      },
    ],
    due: [
      {
        ...{ id: person.id, kind: 'commitment', text: '拜访苏州新客户', dueOn: '2026-03-15', standing: 'missed' },
        ...{ settledOn: null, reason: null },
      },
    ],
    words: { achieved: '签下泵的订单。\nSecond line.', obstacles: null, outlook: '繁體：下週報價' },
    made: [],
  },
  isIntact: true,
  changed: [{ key: 'revenue', unit: 'money', was: 123_456_78, now: 100_000_00, difference: -23_456_78 }],
  asOf: '2026-03-20T09:00:00.000Z',
};

/** A frozen edition with everything that can stand on paper: unknown figures, steps, signs of both ways of writing Chinese. */
export const editionOfAll = (locale: Locale): EditionOnPaper => ({
  ...{ reading, comments: [], locale, words: editionWords(locale) },
  formats: editionFormats(locale, organisation, reading.content),
});
