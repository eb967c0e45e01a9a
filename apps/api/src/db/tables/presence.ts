/** Somebody who looks at a record; no record of its own, and of no interest a minute later. */
export type OnlookerTable = { org_id: string; subject: string; record_id: string; person_id: string; seen_at: string };
