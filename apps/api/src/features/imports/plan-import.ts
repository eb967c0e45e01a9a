import type { ImportMapping, ImportOptions, ImportPreview } from '@milepost/contract/imports';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { DayOrder } from '@milepost/core/imports/dissect-day';
import type { KindSpec } from '@milepost/core/imports/kind';
import {
  type ChosenColumn,
  type ColumnDecision,
  columnsToWatch,
  type PlanResult,
  planRows,
} from '@milepost/core/imports/plan-rows';
import { type MappingProposal, proposeMapping } from '@milepost/core/imports/propose-mapping';
import { Failure } from '../../http/failure.ts';
import type { FieldInUse } from '../fields/store.ts';
import type { FileSource } from './file-source.ts';
import { kindWith } from './kinds/custom-fields.ts';
import { type ImportKind, kinds } from './kinds.ts';
import { type FileTable, openTable } from './read-file.ts';
import { sampleOf, surveyTable, type TableSurvey } from './survey-table.ts';

export type FileToImport = {
  kind: ImportKind;
  source: FileSource;
  fileName: string;
  mapping?: ImportMapping | undefined;
  options?: ImportOptions | undefined;
  /** The organisation's own fields of the kind. */
  fields?: readonly FieldInUse[] | undefined;
};

/** A file, what it says of itself, and how its rows are to be read. */
export type PlannedFile = {
  table: FileTable;
  survey: TableSurvey;
  proposal: MappingProposal;
  columns: readonly ChosenColumn[];
  result: PlanResult;
};

/** Opens a file, takes the proposed mapping with what was said against it, and decides how every row is read. */
export async function planImport(
  { kind: name, source, mapping = {}, options = {}, fields = [] }: FileToImport,
  organisation: OrganisationView,
): Promise<PlannedFile> {
  const kind = kindWith(kinds[name], fields);
  const { encoding, delimiter, sheet, headerLine } = options;
  const table = await openTable(source, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerLine === undefined ? {} : { headerLine }),
  });
  const proposal = proposeMapping(kind, { headers: table.headers, sample: await sampleOf(table) });
  const columns = chosenColumns(kind, proposal, { mapping, options });
  const chosen = { columns, wideMonths: proposal.wideMonths };
  const survey = await surveyTable(table, { watch: columnsToWatch(kind, chosen) });
  const result = planRows(kind, chosen, survey.evidence, {
    decimal: organisation.decimalMark,
    dayOrder: organisation.dateFormat,
    currency: organisation.currency,
  });
  return { table, survey, proposal, columns, result };
}

/** A field that somebody gave to a column is taken from the column it was proposed for, unless it takes several. */
function chosenColumns(
  kind: KindSpec,
  proposal: MappingProposal,
  { mapping, options }: { mapping: ImportMapping; options: ImportOptions },
): ChosenColumn[] {
  const said = new Map(Object.entries(mapping).map(([header, field]) => [header.trim(), field]));
  const given = new Set([...said.values()].filter((field) => field !== null));
  const single = new Set(kind.fields.filter(({ takes }) => takes === undefined).map(({ field }) => field));
  const answered = {
    ...(options.decimalMark === undefined ? {} : { decimal: options.decimalMark }),
    ...(options.dateFormat === undefined ? {} : { dayOrder: options.dateFormat as DayOrder }),
  };
  return proposal.columns.map(({ column, header, field: proposed, exponent: stated }) => {
    const isGivenAway = proposed !== null && given.has(proposed) && single.has(proposed);
    const field = said.has(header) ? (said.get(header) ?? null) : isGivenAway ? null : proposed;
    const { unit } = options;
    const exponent = typeof unit === 'object' ? (unit[field ?? 'amount'] ?? stated) : (unit ?? stated);
    return { column, header, field, exponent, ...answered };
  });
}

const examplesOf = ({ decision }: ColumnDecision) =>
  'examples' in decision ? decision.examples : 'example' in decision ? [decision.example] : [];

/** The plan, or the refusal that says what is missing or must be answered first. */
export function demandPlan({ result, survey }: PlannedFile) {
  if (result.status === 'ready') return result;
  if (result.status === 'asks')
    throw new Failure('import-needs-answer', {
      issues: result.questions.flatMap((question) =>
        examplesOf(question).map(({ line, value }) => ({
          path: `row ${line}`,
          code: question.about,
          message: `${question.header}: ${value}`,
          value,
        })),
      ),
    });
  const fields = result.status === 'incomplete' ? result.missing : result.fields;
  throw new Failure('mapping-incomplete', {
    issues: fields.map((field) => ({
      path: `/mapping/${field}`,
      code: result.status === 'incomplete' ? 'missing' : 'unknown-field',
      message: `${field}; columns: ${survey.columns.map(({ header }) => header).join(', ')}`,
    })),
  });
}

export const ignoredOf = (survey: TableSurvey): ImportPreview['ignored'] => ({
  counts: { ...survey.ignoredCounts },
  lines: survey.ignored.map(({ line, because, text }) => ({ line, because, text })),
});

/** What a file would become, before anything is written. */
export async function previewImport(file: FileToImport, organisation: OrganisationView): Promise<ImportPreview> {
  const { table, survey, proposal, columns, result } = await planImport(file, organisation);
  const filled = new Map(survey.columns.map((column) => [column.column, column.filled]));
  const empty = new Set(survey.emptyColumns);
  const shown = columns.filter(({ column }) => !empty.has(column));
  return {
    kind: file.kind,
    fileName: file.fileName,
    form: { ...table.form },
    rows: survey.rows,
    columns: shown.map(({ column, header, field, exponent = 0 }) => ({
      column,
      header,
      field,
      confidence: proposal.columns[column]?.confidence ?? 0,
      unit: exponent,
      filled: filled.get(column) ?? 0,
    })),
    fields: kindWith(kinds[file.kind], file.fields ?? []).fields.map(({ field, type, isRequired, synonyms }) => ({
      field,
      type,
      isRequired,
      label: field.startsWith('field:') ? (synonyms[0] ?? null) : null,
    })),
    hasWideMonths: proposal.wideMonths !== null,
    missing: result.status === 'incomplete' ? [...result.missing] : [],
    sample: survey.sample.slice(0, 20).map((cells) => shown.map(({ column }) => cells[column] ?? '')),
    ignored: ignoredOf(survey),
    questions:
      result.status === 'asks'
        ? result.questions.map((question) => ({
            about: question.about,
            header: question.header,
            examples: examplesOf(question).map(({ line, value }) => ({ line, value })),
          }))
        : [],
  };
}
