import type { BurnWhyQuery } from '@milepost/contract/budget';
import type { ExplainedView } from '@milepost/contract/explain';
import { derive, record } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type BurnEntry, burnEntries } from './burn-entries.ts';
import { type BurnFacts, burnFacts, yearAsked } from './burn-facts.ts';
import { rowNames } from './read-burn.ts';

type Figure = BurnEntry['figure'];

/** What stands beside each record in a derivation. */
export async function labelsOf(db: Db, actor: Actor, facts: BurnFacts): Promise<(id: string) => string> {
  const lineName = await rowNames(db, actor, facts, 'line');
  const claims = new Map(
    facts.claims.map((claim) => [
      claim.id,
      [claim.day, claim.vendor ?? claim.category, claim.purpose].filter(Boolean).join(' · '),
    ]),
  );
  return (id) => claims.get(id) ?? lineName(id);
}

/** A figure as the sum of its records: budget by line, spend by fiscal month and claim. */
export function figureWhy(
  figure: Figure,
  entries: readonly BurnEntry[],
  { facts, label }: { facts: BurnFacts; label: (id: string) => string },
): Why {
  const own = entries.filter((entry) => entry.figure === figure);
  const leaf = ({ kind, id, amount }: BurnEntry): Leaf => record(kind, id, amount, 'money', label(id));
  const heading = { rule: `budget.${figure}`, unit: 'money' } as const;
  if (figure === 'plan') return derive('sum', heading, own.map(leaf));
  const months = [...Map.groupBy(own, ({ month }) => month ?? 0)].map(([month, some]) =>
    derive(
      'sum',
      { rule: `budget.${figure}-month`, unit: 'money', label: (facts.months[month]?.from ?? '').slice(0, 7) },
      some.map(leaf),
    ),
  );
  return derive('sum', heading, months);
}

/**
 * How a figure of burn comes about, down to budget lines and claims.
 * @throws Failure `not-found` for a row that is not there, and for the budget of one that has none
 */
export async function explainBurn(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, key, by, fiscalYear }: BurnWhyQuery,
): Promise<ExplainedView> {
  const facts = await burnFacts(db, actor, yearAsked(actor, today, fiscalYear));
  const all = burnEntries(facts, by);
  const entries = key === undefined ? all : all.filter((entry) => entry.key === key);
  const isThere = (entry: BurnEntry): boolean => figure !== 'plan' || entry.figure === 'plan';
  if (key !== undefined && !entries.some(isThere)) throw new Failure('not-found');
  const about = { facts, label: await labelsOf(db, actor, facts) };
  const why =
    figure === 'remaining'
      ? derive('difference', { rule: 'budget.remaining', unit: 'money' }, [
          figureWhy('plan', entries, about),
          figureWhy('approved', entries, about),
        ])
      : figureWhy(figure, entries, about);
  const isForeignLeftOut = key === undefined && facts.foreign.length > 0 && figure !== 'plan';
  return {
    why,
    asOf: now,
    ...(isForeignLeftOut ? { leftOut: [{ reason: 'other-currency', count: facts.foreign.length }] } : {}),
  };
}
