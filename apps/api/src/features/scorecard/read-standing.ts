import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type {
  Standing,
  StandingPart,
  StandingQuery,
  StandingsView,
  StandingWhyQuery,
} from '@milepost/contract/scorecard';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { type Scorecard, scorecardOf, WHOLE_WEIGHT_BP } from '@milepost/core/scorecard/scorecard';
import { isAimed, type ScorecardMeasure, scorecardUnitOf } from '@milepost/core/scorecard/scorecard-measures';
import { validOn } from '@milepost/core/scorecard/valid-on';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { PersonTable } from '../../db/tables/people.ts';
import type { ScorecardTable } from '../../db/tables/scorecard.ts';
import { Failure } from '../../http/failure.ts';
import { aimedAt } from '../kpis/aims-store.ts';
import { people } from '../people/store.ts';
import { type Asked, type Wanted, wantedOf } from '../targets/wanted-store.ts';
import { partsOf, scorecards, validityOf } from './store.ts';

type Clock = { today: string; now: string };
type Node = Why | Leaf | null;
/** A measure for everybody in sight, or why it cannot be told. */
type Told = Wanted | { withheld: 'missing-rate' | 'mixed-currencies' };
type Facts = { asked: Asked; cards: ScorecardTable[]; persons: PersonTable[] };

/** The stretch of whole months of the fiscal year that holds the day. */
function askedOf(actor: Actor, { today, now }: Clock, { period, on = today }: StandingQuery): Asked {
  const { year: fiscalYear } = fiscalYearOf(toDay(on), fiscalOf(actor.organisation));
  const months = monthsOf(actor.organisation, fiscalYear);
  const place = months.findIndex(({ to }) => to >= on);
  const quarter = Math.floor(place / 3);
  const own =
    period === 'year' ? months : period === 'quarter' ? months.slice(3 * quarter, 3 * quarter + 3) : [months[place]];
  return {
    ...{ fiscalYear, on, today, now },
    from: own[0]?.from ?? on,
    to: own.at(-1)?.to ?? on,
    period: period === 'year' ? 'year' : ((quarter + 1) as 1 | 2 | 3 | 4),
  };
}

async function factsOf(db: Db, actor: Actor, clock: Clock, query: StandingQuery): Promise<Facts> {
  const asked = askedOf(actor, clock, query);
  const cards = await scorecards.within(db, actor.orgId, { from: asked.on, to: asked.on });
  const persons: PersonTable[] = [];
  const filter = [{ field: 'isActive', op: 'is' as const, value: 1 }];
  for await (const person of people.each(db, actor, { filter })) if (reaches(actor, person.id)) persons.push(person);
  return { asked, cards, persons: persons.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const cardOf = ({ asked, cards }: Facts, { id, role }: PersonTable): ScorecardTable | null => {
  const found = validOn(cards.map(validityOf), { personId: id, role, day: asked.on });
  return cards.find((card) => card.id === found?.id) ?? null;
};

async function told(db: Db, actor: Actor, measure: ScorecardMeasure, asked: Asked): Promise<Told> {
  try {
    return isAimed(measure) ? await aimedAt(db, actor, measure, asked) : await wantedOf(db, actor, measure, asked);
  } catch (error) {
    // What cannot be summed is not known, and the rest of the scorecard still is.
    if (error instanceof Failure && (error.code === 'missing-rate' || error.code === 'mixed-currencies'))
      return { withheld: error.code };
    throw error;
  }
}

/** The scorecard of somebody from the nodes of its parts. */
function scored(card: ScorecardTable, nodes: ReadonlyMap<ScorecardMeasure, { actual: Node; target: Node }>): Scorecard {
  return scorecardOf(
    partsOf(card).map(({ measure, weightBp }) => ({
      measure,
      weight: stored('scorecard-weight', `${card.id}:${measure}`, weightBp, 'count'),
      actual: nodes.get(measure)?.actual ?? null,
      target: nodes.get(measure)?.target ?? null,
    })),
    {
      cap: stored('scorecard', 'cap', card.cap_bp / WHOLE_WEIGHT_BP, 'ratio'),
      whole: stored('scorecard', 'whole', WHOLE_WEIGHT_BP, 'count'),
    },
  );
}

function openOf(found: Told | undefined, actual: number | null, target: number | null): StandingPart['open'] {
  if (found && 'withheld' in found) return found.withheld;
  if (target === null || target <= 0) return 'no-target';
  return actual === null ? 'no-result' : null;
}

function standing(person: PersonTable, card: ScorecardTable | null, measures: ReadonlyMap<string, Told>): Standing {
  const head = { person: { id: person.id, name: person.name } };
  if (!card) return { ...head, scorecard: null, totalRatio: null, low: null, high: null, openBp: 0, parts: [] };
  const values = new Map(
    partsOf(card).map(({ measure }) => {
      const found = measures.get(measure);
      const nothing = { actual: null, target: null };
      return [
        measure,
        found && !('withheld' in found)
          ? found.of({ id: person.id, teamId: person.team_id, role: person.role })
          : nothing,
      ];
    }),
  );
  const leaf = (measure: ScorecardMeasure, kind: string, value: number | null): Node =>
    value === null ? null : stored(kind, measure, value, scorecardUnitOf(measure));
  const nodes = new Map(
    [...values].map(([measure, { actual, target }]) => [
      measure,
      { actual: leaf(measure, 'actual', actual), target: leaf(measure, 'target', target) },
    ]),
  );
  const { parts, total } = scored(card, nodes);
  return {
    ...head,
    scorecard: { id: card.id, name: card.name, capRatio: card.cap_bp / WHOLE_WEIGHT_BP },
    totalRatio: total.status === 'ok' ? total.why.value : null,
    low: total.status === 'open' ? total.low.value : null,
    high: total.status === 'open' ? total.high.value : null,
    openBp: total.status === 'open' ? total.openBp : 0,
    parts: partsOf(card).map(({ measure, weightBp }, at) => {
      const { actual, target } = values.get(measure) ?? { actual: null, target: null };
      return {
        ...{ measure, weightBp, actual, target, unit: scorecardUnitOf(measure) },
        attainmentRatio: parts[at]?.attainment?.value ?? null,
        contributionRatio: parts[at]?.contribution?.value ?? null,
        open: openOf(measures.get(measure), actual, target),
      };
    }),
  };
}

/** Where everybody in sight stands with their scorecard of the day, in the period that holds it. */
export async function readStandings(db: Db, actor: Actor, clock: Clock, query: StandingQuery): Promise<StandingsView> {
  const facts = await factsOf(db, actor, clock, query);
  const { asked } = facts;
  const cards = facts.persons.map((person) => ({ person, card: cardOf(facts, person) }));
  const wanted = [...new Set(cards.flatMap(({ card }) => (card ? partsOf(card) : [])).map(({ measure }) => measure))];
  const measures = new Map<string, Told>();
  for (const measure of wanted) measures.set(measure, await told(db, actor, measure, asked));
  const rows = cards.map(({ person, card }) => standing(person, card, measures));
  return {
    ...{ on: asked.on, from: asked.from, to: asked.to },
    rows: rows.filter((row) => row.scorecard !== null),
    people: facts.persons.map(({ id, name }) => ({ id, name })),
    without: rows.filter((row) => row.scorecard === null).length,
  };
}

/**
 * How a figure of somebody's scorecard comes about, down to records and cells of the plan.
 * @throws Failure `not-found` for people out of sight or without a scorecard, and for a figure of which nothing is known
 */
export async function explainStanding(
  db: Db,
  actor: Actor,
  clock: Clock,
  personId: string,
  { figure, measure: asked, ...query }: StandingWhyQuery,
): Promise<ExplainedView> {
  const facts = await factsOf(db, actor, clock, query);
  const person = facts.persons.find(({ id }) => id === personId);
  const card = person && cardOf(facts, person);
  if (!person || !card) throw new Failure('not-found');
  const isWhole = figure === 'total' || figure === 'low' || figure === 'high';
  const nodes = new Map<ScorecardMeasure, { actual: Node; target: Node }>();
  for (const { measure } of partsOf(card)) {
    if (!isWhole && measure !== asked) continue;
    const found = await told(db, actor, measure, facts.asked);
    if (!('withheld' in found))
      nodes.set(measure, await found.why({ id: person.id, teamId: person.team_id, role: person.role }));
  }
  const { parts, total } = scored(card, nodes);
  const part = parts.find((one) => one.measure === asked);
  const known = asked === undefined ? undefined : nodes.get(asked);
  const whys: Record<StandingWhyQuery['figure'], () => Node | undefined> = {
    actual: () => known?.actual,
    target: () => known?.target,
    attainment: () => part?.attainment,
    contribution: () => part?.contribution,
    total: () => (total.status === 'ok' ? total.why : null),
    low: () => (total.status === 'open' ? total.low : null),
    high: () => (total.status === 'open' ? total.high : null),
  };
  const why = whys[figure]();
  if (!why || 'leaf' in why) throw new Failure('not-found');
  return { why, asOf: clock.now };
}
