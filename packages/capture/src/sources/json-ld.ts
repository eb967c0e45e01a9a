import type { Candidate } from '../candidate.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { jsonLdItems } from '../structured/json-ld-items.ts';
import { readSchemaLeads } from '../structured/schema-leads.ts';
import { type JsonValue, tolerantJson } from '../structured/tolerant-json.ts';

/** People and companies in the page's JSON-LD scripts. A script that cannot be read hides none of the others. */
export function jsonLdSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const values: { value: JsonValue; path: string }[] = [];
  for (const [index, script] of context.evidence.jsonLd.entries()) {
    budget.check();
    for (const value of tolerantJson(script)) values.push({ value, path: `json-ld[${index}]` });
  }
  readSchemaLeads(jsonLdItems(values), 'json-ld', context, add);
}
