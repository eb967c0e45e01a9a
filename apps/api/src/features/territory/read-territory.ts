import type { ExplainedView } from '@milepost/contract/explain';
import type {
  TerritoryAsked,
  TerritoryChoice,
  TerritoryMove,
  TerritoryView,
  TerritoryWhyAsked,
} from '@milepost/contract/territory';
import type { Why } from '@milepost/core/explain/why';
import type { Choice } from '@milepost/core/territory/rebalance';
import { whyDisturbed, whyImbalance, whyLoad, whyShare } from '@milepost/core/territory/why-territory';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { loadOf } from './store.ts';
import { type TerritoryFacts, territoryFacts } from './territory-facts.ts';

const unitOf = ({ balance }: TerritoryAsked): TerritoryView['unit'] =>
  balance === 'margin' ? 'money' : balance === 'hours' ? 'hours' : 'count';

const choiceView = ({ moves, imbalance, marginDisturbed }: Choice, hasWork: boolean): TerritoryChoice => ({
  moves,
  imbalance: hasWork ? imbalance : null,
  marginDisturbed,
});

/** Who moves, those of nobody first, then by what they take. */
function movesOf({ chosen, rows, persons, hoursEach }: TerritoryFacts, asked: TerritoryAsked): TerritoryMove[] {
  const nameOf = new Map(persons.map(({ id, name }) => [id, name]));
  const refOf = (id: string | null) => {
    const name = id === null ? undefined : nameOf.get(id);
    return id === null || name === undefined ? null : { id, name };
  };
  return [...chosen.placed, ...chosen.moves].flatMap(({ accountId, fromId, toId }): TerritoryMove[] => {
    const [row, to] = [rows.get(accountId), refOf(toId)];
    if (!row || !to) return [];
    const { id, name, version, margin } = row;
    const load = loadOf(row, asked.balance, hoursEach);
    return [{ account: { id, name }, version, from: refOf(fromId), to, load, margin }];
  });
}

/** Territories as they are and drawn anew: what every number of moves buys, and who would go to whom. */
export async function readTerritory(
  db: Db,
  actor: Actor,
  today: string,
  asked: TerritoryAsked,
): Promise<TerritoryView> {
  const facts = await territoryFacts(db, actor, today, asked);
  const unit = unitOf(asked);
  const rows = [...facts.rows.values()];
  const hasWork = rows.some((row) => loadOf(row, asked.balance, facts.hoursEach) > 0);
  const loads = (of: TerritoryFacts['before'], at: number) =>
    (of[at]?.accounts ?? []).reduce((sum, { load }) => sum + load, 0);
  return {
    asOf: today,
    from: facts.from,
    currency: actor.organisation.currency,
    unit,
    accounts: rows.length,
    locked: rows.filter(({ isLocked }) => isLocked).length,
    unknownMargins: rows.filter(({ margin }) => margin === null).length,
    unknownHours: rows.filter(({ visits }) => visits === null).length,
    people: facts.after.map((holding, at) => ({
      person: { id: holding.personId, name: holding.name },
      capacity: holding.capacity,
      before: loads(facts.before, at),
      after: loads(facts.after, at),
      share: whyShare(holding, facts.after, unit)?.value ?? null,
    })),
    choices: facts.whole.choices.map((choice) => choiceView(choice, hasWork)),
    chosen: choiceView(facts.chosen.choices.at(-1) as Choice, hasWork),
    moves: movesOf(facts, asked),
    unplaced: facts.chosen.unplaced.length,
  };
}

/** How a figure of it comes about. @throws Failure `not-found` where there is nothing to explain */
export async function explainTerritory(
  db: Db,
  actor: Actor,
  at: { today: string; now: string },
  asked: TerritoryWhyAsked,
): Promise<ExplainedView> {
  const facts = await territoryFacts(db, actor, at.today, asked);
  const why = whyOf(facts, asked);
  if (!why) throw new Failure('not-found');
  return { why, asOf: at.now, ...unknownOf(facts, asked) };
}

/** Accounts of which nobody knows what is asked about. */
function unknownOf({ rows }: TerritoryFacts, { balance, figure }: TerritoryWhyAsked): Pick<ExplainedView, 'leftOut'> {
  const isOfMargin = balance === 'margin' || figure === 'disturbed';
  if (!isOfMargin && balance !== 'hours') return {};
  const count = [...rows.values()].filter((row) => (isOfMargin ? row.margin : row.visits) === null).length;
  return count > 0 ? { leftOut: [{ reason: isOfMargin ? 'unknown-margin' : 'unknown-hours', count }] } : {};
}

function whyOf(facts: TerritoryFacts, asked: TerritoryWhyAsked): Why | null {
  const unit = unitOf(asked);
  const of = (all: TerritoryFacts['before']) => all.find(({ personId }) => personId === asked.personId);
  if (asked.figure === 'imbalance-before') return whyImbalance(facts.before, unit);
  if (asked.figure === 'imbalance-after') return whyImbalance(facts.after, unit);
  if (asked.figure === 'disturbed')
    return whyDisturbed(
      facts.chosen.moves.flatMap(({ accountId }) => {
        const row = facts.rows.get(accountId);
        return row
          ? [{ id: row.id, name: row.name, margin: row.margin === null ? null : Math.max(0, row.margin) }]
          : [];
      }),
    );
  const holding = of(asked.figure === 'load-before' ? facts.before : facts.after);
  if (!holding) return null;
  return asked.figure === 'share' ? whyShare(holding, facts.after, unit) : whyLoad(holding, unit, facts.hoursEach);
}
