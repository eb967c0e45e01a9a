/** A field that two people may both have changed. `text` shows a value of it; null shows as empty. */
export type ClashField = { key: string; label: string; text?: (value: unknown) => string | null };

/** Which of two states a field is taken from. */
export type Side = 'mine' | 'theirs';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The fields in which what was sent differs from the record as it stands. Fields that were not sent do not differ. */
export function differingFields(fields: readonly ClashField[], mine: unknown, theirs: unknown): ClashField[] {
  if (!isRecord(mine) || !isRecord(theirs)) return [];
  return fields.filter(
    ({ key }) => key in mine && JSON.stringify(mine[key] ?? null) !== JSON.stringify(theirs[key] ?? null),
  );
}

/** What to send now: the own values that were chosen, on top of the record as it stands, with the version it has. */
export function resolved(
  fields: readonly ClashField[],
  mine: unknown,
  theirs: unknown,
  choice: Readonly<Record<string, Side>>,
): { patch: Record<string, unknown>; ifMatch: number } {
  const kept = isRecord(mine)
    ? differingFields(fields, mine, theirs).filter(({ key }) => choice[key] !== 'theirs')
    : [];
  const patch = Object.fromEntries(kept.map(({ key }) => [key, (mine as Record<string, unknown>)[key]]));
  return { patch, ifMatch: isRecord(theirs) ? Number(theirs['version']) : 0 };
}
