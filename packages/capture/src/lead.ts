/** What a reader offers: people and companies found on a page, every value with the place it was taken from. */

export type LeadKind = 'person' | 'company';

/** The module a value came from. A source is named for the kind of evidence it reads. */
export type LeadSource =
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'microformat'
  | 'open-graph'
  | 'vcard'
  | 'link'
  | 'obfuscated'
  | 'label'
  | 'text'
  | 'person-line'
  | 'row'
  | 'title'
  | 'webmail'
  | 'mail-header'
  | 'signature'
  | 'inherited'
  | 'host';

/** What a provenance entry speaks of. */
export type LeadField = 'name' | 'title' | 'company' | 'email' | 'phone' | 'address' | 'website' | 'profile';

/** `decoded` is present when the page hid the address (`[at]`, `data-cfemail` …) and the value is not a piece of its text. */
export type LeadEmail = { value: string; decoded?: true };

/** `tel` is any line whose nature the page does not tell. */
export type PhoneKind = 'tel' | 'mobile' | 'fax' | 'pager' | 'home' | 'whatsapp';

/**
 * `value` is what the page shows, `e164` the switchboard without its extension (`null` when the country is unknown or the
 * digits are no number of it), `extension` the digits behind it.
 */
export type LeadPhone = { value: string; e164: string | null; extension?: string; kind: PhoneKind };

/** `raw` is the block as the page shows it and is always kept; parts that are not known are `null`; `country` is ISO 3166-1 alpha-2. */
export type LeadAddress = {
  raw: string;
  street: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
  country: string | null;
};

/**
 * Where one value was taken. `raw` is the piece of the page as it stands there, `path` a CSS path from `body` (or a JSON path
 * into a data script), `offset` the place of `raw` in the element's folded text, `confidence` a ratio between 0 and 1.
 */
export type Provenance = {
  field: LeadField;
  value: string;
  raw: string;
  source: LeadSource;
  path: string;
  offset?: number;
  confidence: number;
  /** Present when the value was decoded rather than read. */
  decoded?: true;
};

/** A person or a company to be offered. Strings that were not found are `null`, lists are empty. */
export type LeadCandidate = {
  kind: LeadKind;
  name: string | null;
  title: string | null;
  company: string | null;
  emails: LeadEmail[];
  phones: LeadPhone[];
  addresses: LeadAddress[];
  websites: string[];
  /** Addresses of profiles on networks (`https://www.linkedin.com/in/…`, `https://wa.me/…`, `weixin:…`). */
  profiles: string[];
  provenance: Provenance[];
};

/** `person` and `company` have one first choice; `list` has rows to be saved at once; `none` offers nothing by itself. */
export type PageKind = 'person' | 'company' | 'list' | 'none';

/** A source that stopped: the others went on. */
export type SourceFailure = { source: string; reason: 'failed' | 'out-of-time'; detail: string };

/** `more` holds what may be a lead but is not chosen beforehand (testimonials, people only mentioned). */
export type LeadReading = {
  leads: LeadCandidate[];
  more: LeadCandidate[];
  pageKind: PageKind;
  failures: SourceFailure[];
};
