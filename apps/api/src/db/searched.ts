/** What the search knows of a kind of record: what it is called, what tells it from another of that name, what is looked into. */
export type Searched = { label: readonly string[]; note: string | null; text: readonly string[] };

/** The kinds of records that the search finds. Their sight is that of `sightOf`. */
export const searched = {
  account: {
    label: ['name'],
    note: 'region',
    text: ['external_id', 'segment', 'region', 'website', 'phone', 'phone_key', 'email', 'address', 'notes', 'tags'],
  },
  contact: {
    label: ['name'],
    note: 'title',
    text: ['title', 'external_id', 'email', 'phone', 'phone_key', 'notes', 'tags'],
  },
  lead: {
    label: ['name'],
    note: 'company',
    text: ['title', 'company', 'email', 'phone', 'phone_key', 'website', 'address', 'notes', 'tags'],
  },
  opportunity: { label: ['name'], note: null, text: ['external_id', 'lost_reason', 'notes', 'tags'] },
  activity: { label: ['subject'], note: 'on_day', text: ['body'] },
  product: { label: ['name'], note: 'line', text: ['external_id', 'line'] },
  event: { label: ['name'], note: 'place', text: ['place', 'talk_track'] },
  sale: { label: ['order_id', 'external_id'], note: 'day', text: ['order_id', 'external_id'] },
  invoice: { label: ['number'], note: 'issued_on', text: ['terms', 'note'] },
  action: { label: ['name'], note: 'due_on', text: ['fact', 'cause_note'] },
  // Called by its name; its sight is that of the record it is kept with.
  attachment: { label: ['file_name'], note: null, text: [] },
  issue: { label: ['name'], note: null, text: ['details', 'resolution', 'lesson'] },
  expense: { label: ['purpose'], note: 'day', text: ['vendor', 'category', 'campaign', 'external_id'] },
} as const satisfies Record<string, Searched>;

export type SearchedKind = keyof typeof searched;
export const searchedKinds = Object.keys(searched) as SearchedKind[];
export const isSearched = (subject: string): subject is SearchedKind => subject in searched;
