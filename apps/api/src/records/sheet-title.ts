/** The name of a sheet: spreadsheets take no more than so many signs, and not every one. */
export const titleOf = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
