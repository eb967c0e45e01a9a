import type { Page } from 'playwright-core';

type ImportFile = {
  /** As the page calls it: `Sales`. */
  kind: string;
  name: string;
  rows: readonly (readonly string[])[];
  /** Column → field, for those that are not found by themselves. */
  means?: Readonly<Record<string, string>>;
};

/** The figure that the import page shows under a heading, such as `Created`. */
export const countOf = (page: Page, name: string) => page.locator(`dt:text-is("${name}") + dd`);

/** Chooses an entry of a list that opens. */
export async function choose(page: Page, list: string, entry: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: entry }).click();
}

/** Chooses the file on the import page, and says what its columns mean. */
export async function chooseFile(page: Page, { kind, name, rows, means = {} }: ImportFile): Promise<void> {
  await choose(page, 'What is in the file', kind);
  const buffer = Buffer.from(rows.map((row) => row.join(',')).join('\n'));
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
  for (const header of rows[0] ?? []) await page.getByRole('rowheader', { name: header, exact: true }).waitFor();
  for (const [header, field] of Object.entries(means)) await choose(page, `What “${header}” means`, field);
}

/** Brings the chosen file in, and waits until it is. */
export async function bringIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
}
