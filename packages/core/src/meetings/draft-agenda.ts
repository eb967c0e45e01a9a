/** Something that may be spoken of: by what it is, when it was due, and how much of it there is where nothing is due. */
export type AgendaCandidate = {
  readonly source: string;
  readonly recordId: string;
  /** A civil day, or null where nothing is due. */
  readonly dueDay: number | null;
};

/** Minutes that one item takes: what a meeting is long decides how many it holds. */
export const minutesAnItem = 10;
/** An agenda without a stated length holds so many. */
export const usualItems = 12;

/** An agenda as proposed: what fits, in its order, and what has to wait for the next meeting. */
export type AgendaDraft<C> = { readonly items: readonly C[]; readonly waiting: readonly C[] };

/**
 * Puts what is open in order, and as much of it on the agenda as the meeting holds. The longest overdue comes first, then what is
 * due soonest, then what has no day; ties go by source and id, so that two who draft get the same. What stands on the agenda is not
 * proposed again, and takes its place of the time.
 */
export function draftAgenda<C extends AgendaCandidate>(
  candidates: readonly C[],
  { standing, lengthMinutes }: { readonly standing: ReadonlySet<string>; readonly lengthMinutes: number | null },
): AgendaDraft<C> {
  const fresh = new Map(candidates.map((one) => [agendaKey(one), one]));
  const ordered = [...fresh.entries()]
    .filter(([key]) => !standing.has(key))
    .map(([, one]) => one)
    .sort(
      (a, b) =>
        (a.dueDay ?? Number.POSITIVE_INFINITY) - (b.dueDay ?? Number.POSITIVE_INFINITY) ||
        (agendaKey(a) < agendaKey(b) ? -1 : 1),
    );
  const holds = lengthMinutes === null ? usualItems : Math.max(1, Math.floor(lengthMinutes / minutesAnItem));
  const free = Math.max(0, holds - standing.size);
  return { items: ordered.slice(0, free), waiting: ordered.slice(free) };
}

/** By what a thing on an agenda is known again. */
export const agendaKey = ({ source, recordId }: Pick<AgendaCandidate, 'source' | 'recordId'>): string =>
  `${source} ${recordId}`;
