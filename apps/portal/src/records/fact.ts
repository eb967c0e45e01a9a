/** One thing that is known of a record; `text` null is "not known". `to` leads to the record it names. */
export type Fact = { label: string; text: string | null; to?: string | null };
