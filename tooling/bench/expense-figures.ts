import { toDay } from '@milepost/core/calendar/civil-day';
import { MONDAY_TO_FRIDAY } from '@milepost/core/calendar/workdays';
import { audit } from '@milepost/core/expenses/audit';
import { type AuditContext, type Expense, ruleScores } from '@milepost/core/expenses/expense';
import type { Figure } from './figure.ts';

const first = toDay('2025-01-01');
const categories = ['meals', 'travel', 'lodging', 'gifts', 'fuel'] as const;
const people = 200;
const runs = 15;

/** Numbers from 0 to below 1 that look like chance and are the same in every run (Marsaglia's xorshift). */
function chances(): () => number {
  let state = 2_463_534_242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Claims of a year. One in two hundred is handed in once more the day after. */
function claims(count: number, isInOrder: boolean): Expense[] {
  const chance = chances();
  const whole = (below: number) => Math.floor(chance() * below);
  const hex = () =>
    whole(2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const made: Expense[] = [];
  // As ids of version 7 are: the time first, or by chance throughout.
  const idOf = () => {
    const time = isInOrder ? (0x0195_0000 + made.length).toString(16).padStart(8, '0') : hex();
    return `${time}-${hex().slice(4)}-7000-8000-${hex()}${hex().slice(4)}`;
  };
  while (made.length < count) {
    const day = first + whole(365);
    const line: Expense = {
      id: idOf(),
      personId: `person-${whole(people)}`,
      day,
      category: categories[whole(categories.length)] as string,
      vendor: chance() < 0.1 ? null : `vendor ${whole(3000)}`,
      // Many small amounts and few large ones.
      amount: Math.round(5_00 + 400_00 * chance() ** 4 + (chance() < 0.02 ? 900_00 : 0)),
      currency: chance() < 0.02 ? 'USD' : 'EUR',
      hasReceipt: chance() < 0.95,
      submittedOn: day + whole(70),
    };
    made.push(line);
    if (made.length % 200 === 0) made.push({ ...line, id: idOf(), day: day + 1 });
    // A bill in two parts below the limit.
    if (made.length % 500 === 1) made.push({ ...line, id: idOf(), amount: 299_00 });
  }
  return made.slice(0, count);
}

function contextOf(visits: number): AuditContext {
  const chance = chances();
  const personId = () => `person-${Math.floor(chance() * people)}`;
  const day = () => first + Math.floor(chance() * 365);
  return {
    asOf: first + 400,
    calendar: MONDAY_TO_FRIDAY,
    policy: {
      limits: categories.map((category) => ({ category, currency: 'EUR', single: 300_00, day: 500_00 })),
      withContact: ['meals', 'gifts'],
      receiptFrom: { EUR: 25_00 },
      roundUnit: { EUR: 100_00 },
    },
    visits: Array.from({ length: visits }, (_, at) => ({ id: `visit-${at}`, personId: personId(), day: day() })),
    leave: Array.from({ length: people * 4 }, (_, at) => {
      const from = day();
      return { id: `leave-${at}`, personId: personId(), first: from, last: from + 5 };
    }),
    usual: Array.from({ length: 5_000 }, () => ({
      category: categories[Math.floor(chance() * categories.length)] as string,
      currency: 'EUR',
      amount: Math.round(5_00 + 400_00 * chance() ** 4),
    })),
  };
}

/** All claims of a year under all rules, as they are stored and in no order. The floor puts every claim once into a table by its id. */
export function expenseFigures(count: number): Figure[] {
  const context = contextOf(count / 4);
  const stored = claims(count, true);
  const floor = medianMs(() => {
    if (new Map(stored.map((line) => [line.id, line])).size !== count) throw new Error('The ids are not apart.');
  });
  const figureOf = (name: string, some: readonly Expense[]): Figure => {
    const value = medianMs(() => {
      const flags = audit(some, context);
      const silent = Object.keys(ruleScores).filter((rule) => !flags.some((flag) => flag.rule === rule));
      if (silent.length > 0) throw new Error(`Nothing was found by ${silent.join(', ')}.`);
    });
    return { name: `audit of ${count.toLocaleString('en')} expenses, ${name}`, value, unit: 'ms', floor };
  };
  return [figureOf('in the order of their ids', stored), figureOf('in no order', claims(count, false))];
}

/** The middle of the times of some runs, after a few to warm up. */
function medianMs(work: () => void): number {
  const times: number[] = [];
  for (let run = -3; run < runs; run += 1) {
    const start = performance.now();
    work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1] as number;
}
