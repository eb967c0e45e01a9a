/** What a window is told over `/api/v1/live`: reload this. Null means "many of this subject". */
export type LiveMessage = { id: string; subject: string; recordId: string | null; version: number | null };
