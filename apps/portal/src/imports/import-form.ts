import type { ImportKindName, ImportOptions, ImportPreview } from '@milepost/contract/imports';

export type ImportChoice = {
  kind: ImportKindName;
  file: File;
  /** Header → field, or null for a column that stays out. */
  mapping: Record<string, string | null>;
  options: ImportOptions;
  isDryRun: boolean;
};

/** The mapping that was proposed, as the person begins with it. */
export const proposedMapping = ({ columns }: ImportPreview): Record<string, string | null> =>
  Object.fromEntries(columns.map(({ header, field }) => [header, field]));

/** Required fields that no column is mapped to. */
export const missingFields = (
  { fields, hasWideMonths }: ImportPreview,
  mapping: Record<string, string | null>,
): string[] => {
  const mapped = new Set(Object.values(mapping));
  const byMonths = new Set(hasWideMonths ? ['month', 'amount'] : []);
  return fields
    .filter(({ field, isRequired }) => isRequired && !mapped.has(field) && !byMonths.has(field))
    .map(({ field }) => field);
};

/** What is sent. */
export function importForm({ kind, file, mapping, options, isDryRun }: ImportChoice): FormData {
  const form = new FormData();
  form.set('file', file);
  form.set('kind', kind);
  form.set('mapping', JSON.stringify(mapping));
  form.set('options', JSON.stringify(options));
  form.set('dryRun', isDryRun ? '1' : '0');
  return form;
}
