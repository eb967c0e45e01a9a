import type { ExplainedView } from '@milepost/contract/explain';
import type { BridgeWhyQuery } from '@milepost/contract/pacing';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { WHOLE_BP } from '@milepost/core/pipeline/stages';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { type BridgeFacts, bridgeFacts, type LinePrice } from './bridge-facts.ts';
import { currencyWhy } from './currency-effect-store.ts';
import { actualWhy, planToDateWhy } from './plan-why-store.ts';

type Node = Why | Leaf;

/** What a sale of a line brought in the year before. */
function priceWhy({ earlier, prices, overall }: BridgeFacts, line: string): Why {
  const { revenue, sales }: LinePrice = prices.get(line) ?? overall;
  const span = `${earlier.from}–${earlier.to}:${line}`;
  return derive('quotient', { rule: 'pacing.planned-price', unit: 'money', label: line }, [
    stored('revenue-before', span, revenue, 'money', line),
    stored('sales-before', span, sales, 'count', line),
  ]);
}

const planAmount = ({ id, amount }: BridgeFacts['plan'][number]) => stored('plan-to-date', id, amount, 'money', id);

function plannedQuantity(facts: BridgeFacts): Why {
  const each = facts.plan.map((one) =>
    derive('quotient', { rule: 'pacing.planned-quantity', unit: 'count', label: one.id }, [
      planAmount(one),
      priceWhy(facts, one.id),
    ]),
  );
  return derive('sum', { rule: 'pacing.planned-quantity', unit: 'count' }, each);
}

/** Amount due ÷ quantity planned; nothing planned has no price. */
function averageWhy(facts: BridgeFacts): Node {
  if (facts.plan.length === 0) return derive('sum', { rule: 'pacing.nothing', unit: 'money' }, []);
  const due = derive('sum', { rule: 'pacing.plan-to-date', unit: 'money' }, facts.plan.map(planAmount));
  return derive('quotient', { rule: 'pacing.average-price', unit: 'money' }, [due, plannedQuantity(facts)]);
}

const sold = ({ pacing, part }: BridgeFacts, { id, quantity }: BridgeFacts['actual'][number]) =>
  stored('sales-count', `${pacing.months[0]?.from}–${pacing.asOf}:${part.id}:${id}`, quantity, 'count', id);
const soldQuantity = (facts: BridgeFacts): Why =>
  derive(
    'sum',
    { rule: 'pacing.sales-count', unit: 'count' },
    facts.actual.map((one) => sold(facts, one)),
  );

function timingWhy({ slipped }: BridgeFacts): Why {
  const each = slipped.map(({ opportunity }) =>
    derive('share-round', { rule: 'pacing.slipped', unit: 'money', label: opportunity.name }, [
      record('opportunity', opportunity.id, opportunity.amount ?? 0, 'money', opportunity.name),
      stored('stage-probability', opportunity.id, opportunity.probabilityBp, 'count', opportunity.name),
      stored('stage-probability', 'whole', WHOLE_BP, 'count'),
    ]),
  );
  return derive('negative', { rule: 'pacing.timing', unit: 'money' }, [
    derive('sum', { rule: 'pacing.slipped-sum', unit: 'money' }, each),
  ]);
}

function conversionWhy(facts: BridgeFacts): Why {
  const counted = (rule: string, some: BridgeFacts['closed']) =>
    derive(
      'count',
      { rule, unit: 'count' },
      some.map(({ id, name }) => record('opportunity', id, 1, 'count', name)),
    );
  const { earlier, before } = facts;
  const span = `${earlier.from}–${earlier.to}`;
  const rate = derive('quotient', { rule: 'pacing.rate-before', unit: 'ratio' }, [
    stored('won-before', span, before.won, 'count'),
    stored('closed-before', span, before.closed, 'count'),
  ]);
  const expected = derive('product', { rule: 'pacing.expected-wins', unit: 'count' }, [
    counted('pacing.closed', facts.closed),
    rate,
  ]);
  const better = derive('difference', { rule: 'pacing.wins-beyond', unit: 'count' }, [
    counted('pacing.won', facts.won),
    expected,
  ]);
  return derive('round', { rule: 'pacing.conversion', unit: 'money' }, [
    derive('product', { rule: 'pacing.conversion', unit: 'money' }, [better, averageWhy(facts)]),
  ]);
}

function volumeWhy(facts: BridgeFacts): Why {
  const more = derive('difference', { rule: 'pacing.quantity-beyond', unit: 'count' }, [
    soldQuantity(facts),
    plannedQuantity(facts),
  ]);
  const gross = derive('round', { rule: 'pacing.volume-gross', unit: 'money' }, [
    derive('product', { rule: 'pacing.volume-gross', unit: 'money' }, [more, averageWhy(facts)]),
  ]);
  const rest = facts.bridge?.conversion === null ? [] : [conversionWhy(facts)];
  return derive('difference', { rule: 'pacing.volume', unit: 'money' }, [gross, timingWhy(facts), ...rest]);
}

function mixWhy(facts: BridgeFacts): Why {
  const planned = new Set(facts.plan.map(({ id }) => id));
  const each = facts.actual.map((one) =>
    derive('product', { rule: 'pacing.at-planned-price', unit: 'money', label: one.id }, [
      sold(facts, one),
      planned.has(one.id) ? priceWhy(facts, one.id) : averageWhy(facts),
    ]),
  );
  return derive('round', { rule: 'pacing.mix', unit: 'money' }, [
    derive('difference', { rule: 'pacing.mix', unit: 'money' }, [
      derive('sum', { rule: 'pacing.at-planned-prices', unit: 'money' }, each),
      derive('product', { rule: 'pacing.at-average-price', unit: 'money' }, [soldQuantity(facts), averageWhy(facts)]),
    ]),
  ]);
}

/**
 * How one cause of the gap comes about, down to opportunities, credits and stored cells.
 * @throws Failure `not-found` for a cause that is not known
 */
export async function explainBridge(
  db: Db,
  actor: Actor,
  today: string,
  now: string,
  { figure, ...query }: BridgeWhyQuery,
): Promise<ExplainedView> {
  const facts = await bridgeFacts(db, actor, today, query);
  const { bridge, pacing, part } = facts;
  const total = async (): Promise<Why> => {
    const names = await namesOf(db, actor, { person: pacing.leaves.map((leaf) => leaf.personId) });
    return derive('difference', { rule: 'pacing.variance', unit: 'money' }, [
      await actualWhy(db, pacing, part, actor),
      planToDateWhy(pacing, part, names, actor),
    ]);
  };
  if (figure === 'total' && pacing.target) return { why: await total(), asOf: now };
  if (!bridge || bridge[figure] === null) throw new Failure('not-found');
  const causes = { volume: volumeWhy, mix: mixWhy, conversion: conversionWhy, timing: timingWhy };
  if (figure === 'currency' && facts.currency) return { why: currencyWhy(facts.currency), asOf: now };
  if (figure in causes) return { why: causes[figure as keyof typeof causes](facts), asOf: now };
  const others = [volumeWhy(facts), mixWhy(facts), timingWhy(facts)];
  if (bridge.conversion !== null) others.push(conversionWhy(facts));
  if (facts.currency) others.push(currencyWhy(facts.currency));
  return { why: derive('difference', { rule: 'pacing.price', unit: 'money' }, [await total(), ...others]), asOf: now };
}
