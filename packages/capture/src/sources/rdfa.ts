import type { Candidate } from '../candidate.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';
import { rdfaItems } from '../structured/rdfa-items.ts';
import { readSchemaLeads } from '../structured/schema-leads.ts';

/** People and companies marked up with RDFa. */
export function rdfaSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  const { evidence } = context;
  for (const item of rdfaItems(context.places, evidence.base || evidence.url)) {
    budget.check();
    readSchemaLeads([item], 'rdfa', context, add);
  }
}
