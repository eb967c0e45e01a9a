import { currenciesOfMark } from './currency-mark.ts';
import { foldHeader, type Header } from './fold-header.ts';
import type { FieldSpec, KindSpec } from './kind.ts';
import { fitRatio } from './values-fit.ts';
import { findWideMonths, type WideMonths } from './wide-months.ts';

/** A column and the field it is proposed for, null when for none. `confidence` is between 0 and 1. */
export type ProposedColumn = {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  readonly confidence: number;
  readonly because: 'header' | 'values' | 'nothing';
  /** Power of ten that the header states for its amounts, e.g. 4 for `（万元）`. */
  readonly exponent: number;
};

export type MappingProposal = {
  readonly columns: readonly ProposedColumn[];
  readonly wideMonths: WideMonths | null;
  /** Required fields without a column. */
  readonly missing: readonly string[];
};

/** Below it a header is not taken at its word: most of its values are of another type. */
const LEAST_FIT = 0.5;
/** Above it values speak for themselves, whatever the header says. */
const SURE_FIT = 0.9;
const CONFIDENCE_OF_VALUES = 0.6;
const MOST_RANKS = 40;
const LOSS_PER_RANK = 0.003;

/** A kind with its synonyms and nouns folded once: the rank of each spelling by its key. */
type FoldedKind = {
  readonly nounKeys: readonly string[];
  readonly fields: readonly { readonly field: FieldSpec; readonly rankByKey: ReadonlyMap<string, number> }[];
};
type Candidate = {
  readonly column: number;
  readonly field: FieldSpec;
  readonly confidence: number;
  readonly because: 'header' | 'values';
};

/**
 * Proposes for each column of a table the field of a kind that it holds: by its header, folded and looked up among the
 * synonyms (with the kind's own noun taken off where needed), checked against a sample of its values, and for e-mail and
 * phone by the values alone. A field takes its best column, a list field all of them. Columns are positions in `headers`;
 * `sample` holds rows of cells at the same positions.
 */
export function proposeMapping(
  kind: KindSpec,
  table: { readonly headers: readonly string[]; readonly sample: readonly (readonly string[])[] },
): MappingProposal {
  const headers = table.headers.map(foldHeader);
  const columnOf = (column: number): string[] => table.sample.map((row) => row[column] ?? '');
  const wideMonths = kind.fields.some(({ type }) => type === 'month') ? findWideMonths(table.headers) : null;
  const isWide = new Set([...(wideMonths?.months.map(({ column }) => column) ?? []), wideMonths?.year?.column ?? -1]);
  const folded = foldKind(kind);
  const candidates = headers.flatMap((header, column) =>
    isWide.has(column) ? [] : candidatesOf(folded, header, { column, cells: columnOf(column) }),
  );
  const taken = choose(candidates);
  const columns = headers.map(({ exponent }, column): ProposedColumn => {
    const chosen = taken.get(column);
    const header = table.headers[column] ?? '';
    if (chosen === undefined) return { column, header, field: null, confidence: 0, because: 'nothing', exponent };
    return {
      column,
      header,
      field: chosen.field.field,
      confidence: chosen.confidence,
      because: chosen.because,
      exponent,
    };
  });
  return {
    columns,
    wideMonths,
    missing: missingFields(
      kind,
      columns.map(({ field }) => field),
      wideMonths !== null,
    ),
  };
}

/** Required fields that no column, no part and no row of months provides. */
export function missingFields(kind: KindSpec, mapped: readonly (string | null)[], hasWideMonths: boolean): string[] {
  const have = new Set(mapped);
  return kind.fields
    .filter(({ isRequired }) => isRequired)
    .filter(({ field, madeFrom }) => !have.has(field) && !madeFrom?.some((part) => have.has(part)))
    .filter(({ type }) => !(hasWideMonths && (type === 'month' || type === 'amount')))
    .map(({ field }) => field);
}

function foldKind({ nouns, fields }: KindSpec): FoldedKind {
  const rank = (synonyms: readonly string[]) =>
    new Map(synonyms.map((synonym, index) => [foldHeader(synonym).key, index] as const).reverse());
  return {
    nounKeys: nouns.map((noun) => foldHeader(noun).key),
    fields: fields.map((field) => ({ field, rankByKey: rank(field.synonyms) })),
  };
}

function candidatesOf(
  kind: FoldedKind,
  header: Header,
  { column, cells }: { column: number; cells: string[] },
): Candidate[] {
  const spellings = spellingsOf(header, kind.nounKeys);
  return kind.fields.flatMap(({ field, rankByKey }): Candidate[] => {
    const fit = fitRatio(field.type, cells);
    if (fit !== null && fit < LEAST_FIT) return [];
    const named = confidenceOf(spellings, rankByKey) * (0.5 + (fit ?? 1) / 2);
    if (named > 0) return [{ column, field, confidence: named, because: 'header' }];
    // `Person - Email` that is no synonym of ours is somebody else's address: its header says so.
    const isQualified = [...rankByKey.keys()].some((key) => key.length > 3 && header.key.includes(key));
    const speaksForItself = field.type === 'email' && !isQualified && fit !== null && fit >= SURE_FIT;
    return speaksForItself ? [{ column, field, confidence: CONFIDENCE_OF_VALUES, because: 'values' }] : [];
  });
}

type Spelling = { readonly key: string; readonly worth: number };

/** 1 for the first synonym, a little less for each further one and for a header that needed trimming; 0 for a stranger. */
function confidenceOf(spellings: readonly Spelling[], rankByKey: ReadonlyMap<string, number>): number {
  const worths = spellings.map(({ key, worth }) => {
    const rank = rankByKey.get(key);
    return rank === undefined ? 0 : worth - Math.min(rank, MOST_RANKS) * LOSS_PER_RANK;
  });
  return Math.max(0, ...worths);
}

/**
 * The header as it stands; without a counter (`Email 2`); without a currency (`amount_gbp`); and without the kind's own
 * noun (`Customer Phone`, `客户电话`).
 */
function spellingsOf({ key, words }: Header, nounKeys: readonly string[]): Spelling[] {
  const spellings: Spelling[] = [
    { key, worth: 1 },
    { key: key.replace(/\d+$/, ''), worth: 0.85 },
  ];
  if (words.length > 1 && currenciesOfMark(words.at(-1) ?? '').length === 1) {
    spellings.push({ key: words.slice(0, -1).join(''), worth: 0.9 });
  }
  for (const noun of nounKeys) {
    const isWord = words[0] === noun || words.slice(0, 2).join('') === noun || !/^[a-z]/.test(noun);
    if (isWord && key.startsWith(noun)) spellings.push({ key: key.slice(noun.length), worth: 0.9 });
  }
  return spellings.filter((spelling) => spelling.key !== '');
}

/** The best pairs first; each column once, each field once unless it takes several columns. */
function choose(candidates: readonly Candidate[]): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const filled = new Set<string>();
  for (const candidate of candidates.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    const { column, field } = candidate;
    if (taken.has(column) || (filled.has(field.field) && field.takes === undefined)) continue;
    taken.set(column, candidate);
    filled.add(field.field);
  }
  return taken;
}
