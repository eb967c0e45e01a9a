import type {
  EditionChart,
  EditionChartName,
  EditionLabel,
  EditionSectionName,
  EditionTable,
} from '@milepost/contract/reports';
import type { EditionAsk } from './edition-ask.ts';
import { type SpanMeasure, spanValues } from './span-values.ts';

/** Rows of a table; what is beyond is said to be more. */
const rowsShown = 8;
type Part = { charts: EditionChart[]; tables: EditionTable[] };
const nothing: Part = { charts: [], tables: [] };

const name = (text: string): EditionLabel => ({ kind: 'name', text });
const word = (text: string): EditionLabel => ({ kind: 'word', text });

/** A measure over time, the span of the edition last. Spans of which nothing is known are gaps. */
async function overTime(ask: EditionAsk, measure: SpanMeasure, unit: EditionChart['unit']): Promise<Part> {
  const values = await spanValues(ask, measure);
  if (values.every(({ value }) => value === null)) return nothing;
  const points = ask.spans.map(({ from }, at) => ({
    ...{ label: { kind: 'day' as const, text: from }, value: values[at]?.value ?? null, isTotal: false },
  }));
  return { charts: [{ key: measure, shape: 'columns', unit, points }], tables: [] };
}

/** Revenue of the span by a dimension with its shares, largest first. A share of nothing, or of less, is none. */
async function revenueBy(
  ask: EditionAsk,
  by: 'line' | 'segment',
  key: 'byLine' | 'bySegment',
): Promise<EditionTable[]> {
  const found = await ask.figure('revenue', { ...ask.days, by });
  const total = found.value?.total ?? 0;
  const all = (found.value?.rows ?? [])
    .filter(({ value }) => value !== null && value !== 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.key < b.key ? -1 : 1));
  if (all.length === 0) return [];
  const rows = all.slice(0, rowsShown).map((row) => ({
    ...{ label: row.key === '' ? word('none') : name(row.key), note: null, value: row.value },
    share: total > 0 && row.value !== null ? row.value / total : null,
  }));
  return [{ key, unit: 'money', rows, more: all.length - rows.length }];
}

const barsOf = (key: EditionChartName, { unit, rows }: EditionTable): EditionChart => ({
  ...{ key, shape: 'bars', unit },
  points: rows.map(({ label, value }) => ({ label, value, isTotal: false })),
});

async function cash(ask: EditionAsk): Promise<Part> {
  const { charts } = await overTime(ask, 'collected', 'money');
  const found = (await ask.receivables()).value;
  if (found === null) return { charts, tables: [] };
  const points = found.total.buckets.map((value, at) => ({ label: word(`bucket${at}`), value, isTotal: false }));
  const ageing: EditionChart = { key: 'ageing', shape: 'bars', unit: 'money', points };
  const rows = found.overdue.slice(0, rowsShown).map(({ number, account, open }) => ({
    ...{ label: name(number), note: account && name(account.name), value: open, share: null },
  }));
  return {
    charts: [...charts, ...(found.total.open === 0 ? [] : [ageing])],
    tables: rows.length === 0 ? [] : [{ key: 'overdue', unit: 'money', rows, more: found.overdueCount - rows.length }],
  };
}

/** What moved the pipeline of the quarter since the snapshot before the span; without one nothing can be compared. */
async function pipeline(ask: EditionAsk): Promise<Part> {
  const since = (await ask.since()).value;
  if (since === null) return nothing;
  const found = (await ask.movement(since)).value;
  if (found === null) return nothing;
  const step = (label: string, value: number, isTotal: boolean) => ({ label: word(label), value, isTotal });
  const moved = found.kinds.flatMap(({ kind, parts }) => parts.map((part) => ({ kind, ...part })));
  const largest = [...moved].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, rowsShown);
  const rows = largest.map(({ kind, deal, amount }) => ({
    ...{ label: deal ? name(deal.name) : word('outOfSight'), note: word(kind), value: amount, share: null },
  }));
  const points = [
    step('start', found.start, true),
    ...found.kinds.map(({ kind, amount }) => step(kind, amount, false)),
    step('end', found.end, true),
  ];
  return {
    charts: [{ key: 'movement', shape: 'steps', unit: 'money', points }],
    tables: rows.length === 0 ? [] : [{ key: 'moved', unit: 'money', rows, more: moved.length - rows.length }],
  };
}

/** What each section shows beside its figures. */
export const sectionParts: Readonly<Record<EditionSectionName, (ask: EditionAsk) => Promise<Part>>> = {
  revenue: async (ask) => ({
    ...(await overTime(ask, 'revenue', 'money')),
    tables: await revenueBy(ask, 'line', 'byLine'),
  }),
  margin: (ask) => overTime(ask, 'margin', 'money'),
  customers: (ask) => overTime(ask, 'newCustomers', 'count'),
  repurchase: async () => nothing,
  share: async (ask) => {
    const tables = await revenueBy(ask, 'segment', 'bySegment');
    return { charts: tables.map((table) => barsOf('bySegment', table)), tables };
  },
  activity: (ask) => overTime(ask, 'visits', 'count'),
  cash,
  pipeline,
  pledges: async () => nothing,
};
