import { assembleLeads } from './assemble/assemble-leads.ts';
import type { PageEvidence } from './evidence.ts';
import type { LeadReading } from './lead.ts';
import { type PageText, pageText } from './page-text.ts';
import { type ReadOptions, readingContext } from './reading-context.ts';
import { runSources, type Source } from './run-sources.ts';
import { addressesInTextSource } from './sources/addresses-in-text.ts';
import { companyRowsSource } from './sources/company-rows.ts';
import { contactLinksSource } from './sources/contact-links.ts';
import { emailsInTextSource } from './sources/emails-in-text.ts';
import { hiddenEmailsSource } from './sources/hidden-emails.ts';
import { jsonLdSource } from './sources/json-ld.ts';
import { labelledValuesSource } from './sources/labelled-values.ts';
import { microdataSource } from './sources/microdata.ts';
import { microformatsSource } from './sources/microformats.ts';
import { peopleInTextSource } from './sources/people-in-text.ts';
import { phonesInTextSource } from './sources/phones-in-text.ts';
import { rdfaSource } from './sources/rdfa.ts';
import { websitesInTextSource } from './sources/websites-in-text.ts';

export type { ReadOptions } from './reading-context.ts';

/** Every kind of evidence, each read by a module of its own. A new kind is one more line. */
const SOURCES: Readonly<Record<string, Source>> = {
  'json-ld': jsonLdSource,
  microdata: microdataSource,
  rdfa: rdfaSource,
  microformats: microformatsSource,
  'emails-in-text': emailsInTextSource,
  'hidden-emails': hiddenEmailsSource,
  'phones-in-text': phonesInTextSource,
  'contact-links': contactLinksSource,
  'labelled-values': labelledValuesSource,
  'addresses-in-text': addressesInTextSource,
  'websites-in-text': websitesInTextSource,
  'people-in-text': peopleInTextSource,
  'company-rows': companyRowsSource,
};

/** Reads a page, a mail's body or a card and offers the people and companies on it. Never throws for what a page contains. */
export function readLeads(evidence: PageEvidence, options: ReadOptions = {}): LeadReading {
  return readLeadsIn(pageText(evidence), options);
}

/** The same for a page that is laid out already, or for a part of one. */
export function readLeadsIn(page: PageText, options: ReadOptions = {}): LeadReading {
  const now = options.now ?? (() => performance.now());
  const context = readingContext(page, options);
  const { candidates, failures } = runSources(SOURCES, context, now);
  return { ...assembleLeads(context, candidates, options), failures };
}
