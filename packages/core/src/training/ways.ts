import type { Course } from './choose-courses.ts';

/** Of each course that can be taken, the courses it is taken after: of every choice the one with the shorter way. */
export type Ways = ReadonlyMap<string, readonly string[]>;

/** A course whose choices are all known, and what its way costs in hours. A course may stand here twice: the shorter way comes first. */
type Ready = { readonly course: Course; readonly hours: number; readonly before: readonly string[] };

const isBefore = (a: Ready, b: Ready): boolean =>
  a.hours < b.hours || (a.hours === b.hours && a.course.id < b.course.id);

/** A binary heap: the shortest first. */
function push(heap: Ready[], one: Ready): void {
  let at = heap.length;
  heap.push(one);
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(one, heap[above] as Ready)) break;
    heap[at] = heap[above] as Ready;
    at = above;
  }
  heap[at] = one;
}

function pop(heap: Ready[]): Ready | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (heap.length === 0 || !last) return top;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Ready, heap[below] as Ready)) below += 1;
    if (!isBefore(heap[below] as Ready, last)) break;
    heap[at] = heap[below] as Ready;
    at = below;
  }
  heap[at] = last;
  return top;
}

/**
 * The shortest way to every course, courses already taken being no way at all (Knuth 1977: the shortest first, as Dijkstra does, where a
 * course costs its own hours and those of the cheapest of each of its alternatives). Courses that need each other, or one that is not in
 * the catalogue, are not among them: nobody can take them.
 */
export function shortestWays(courses: readonly Course[], taken: ReadonlySet<string>): Ways {
  const cost = new Map<string, number>();
  for (const id of taken) cost.set(id, 0);
  const ways = new Map<string, readonly string[]>();
  const waiting = new Map<string, Course[]>();
  const shortest = new Map<string, number>();
  const heap: Ready[] = [];

  /** A course comes into the heap once each of its choices has a way. */
  const look = (course: Course): void => {
    let hours = course.hours;
    const before: string[] = [];
    for (const alternatives of course.after) {
      let [cheapest, least] = ['', Number.POSITIVE_INFINITY];
      for (const id of alternatives) {
        const own = cost.get(id);
        if (own !== undefined && own < least) [cheapest, least] = [id, own];
      }
      if (least === Number.POSITIVE_INFINITY) return;
      hours += least;
      if (!taken.has(cheapest)) before.push(cheapest);
    }
    // Of ways of one length the first stays, whatever the order of the catalogue.
    if (hours >= (shortest.get(course.id) ?? Number.POSITIVE_INFINITY)) return;
    shortest.set(course.id, hours);
    push(heap, { course, hours, before });
  };

  for (const course of courses) {
    if (taken.has(course.id)) continue;
    for (const alternatives of course.after)
      for (const id of alternatives) {
        const those = waiting.get(id);
        if (those) those.push(course);
        else waiting.set(id, [course]);
      }
    look(course);
  }
  for (let next = pop(heap); next; next = pop(heap)) {
    const { course, hours, before } = next;
    if (ways.has(course.id)) continue;
    ways.set(course.id, before);
    cost.set(course.id, hours);
    for (const later of waiting.get(course.id) ?? []) if (!ways.has(later.id)) look(later);
  }
  return ways;
}

/** A course and everything still to be taken before it. */
export function wayTo(id: string, ways: Ways): Set<string> {
  const way = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (way.has(at)) continue;
    way.add(at);
    open.push(...(ways.get(at) ?? []));
  }
  return way;
}
