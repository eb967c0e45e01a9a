import type { Candidate } from '../candidate.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { microdataItems } from '../structured/microdata-items.ts';
import { readSchemaLeads } from '../structured/schema-leads.ts';

/** People and companies marked up with microdata of schema.org. */
export function microdataSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  for (const item of microdataItems(context.places)) {
    budget.check();
    readSchemaLeads([item], 'microdata', context, add);
  }
}
