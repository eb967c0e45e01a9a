/** What a window is told over `/api/v1/live`: reload this. Null means "many of this subject". */
export type LiveMessage = { id: string; subject: string; recordId: string | null; version: number | null };

/** The name of the server-sent event that carries a message. A listener for unnamed ones hears nothing. */
export const liveEvent = 'change';
