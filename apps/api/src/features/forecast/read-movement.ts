import type { ExplainedView } from '@milepost/contract/explain';
import type { MovementQuery, MovementView, MovementWhyQuery } from '@milepost/contract/forecast';
import { derive, record } from '@milepost/core/explain/derive';
import { type MovementKind, movementKinds, type SnapshotOpportunity } from '@milepost/core/forecast/pipeline-movement';
import type { Actor } from '../../auth/actor.ts';
import { nameOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { type MovementFacts, movementFacts } from './movement-facts.ts';

const partsOf = ({ movement }: MovementFacts, kind: MovementKind) =>
  movement.parts
    .filter((part) => part.kind === kind)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.id < b.id ? -1 : 1));

/** The bridge of a pipeline from a snapshot to now, with the deals behind each of its parts. */
export async function readMovement(db: Db, actor: Actor, today: string, query: MovementQuery): Promise<MovementView> {
  const facts = await movementFacts(db, actor, today, query);
  return {
    from: facts.from,
    to: facts.to,
    currency: actor.organisation.currency,
    asOf: facts.asOf,
    since: facts.since,
    snapshots: facts.days,
    start: facts.movement.start,
    end: facts.movement.end,
    kinds: movementKinds.flatMap((kind) => {
      const parts = partsOf(facts, kind);
      if (parts.length === 0) return [];
      return {
        kind,
        amount: parts.reduce((sum, { amount }) => sum + amount, 0),
        count: parts.length,
        parts: parts.map(({ id, amount }) => ({ deal: nameOf(facts.names, id), amount })),
      };
    }),
  };
}

/** How the start, the end or a part of the bridge comes about, down to deals. Those out of sight have no name. */
export async function explainMovement(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, ...query }: MovementWhyQuery,
): Promise<ExplainedView> {
  const facts = await movementFacts(db, actor, today, query);
  const leafOf = (id: string, amount: number) => {
    const name = facts.names.get(id);
    return record(name === undefined ? 'opportunity-out-of-sight' : 'opportunity', id, amount, 'money', name);
  };
  const pipelineOf = (deals: readonly SnapshotOpportunity[], rule: string) =>
    derive(
      'sum',
      { rule, unit: 'money' },
      deals
        .filter(({ state, isInPeriod, amount }) => state === 'open' && isInPeriod && amount !== null)
        .map(({ id, amount }) => leafOf(id, amount ?? 0)),
    );
  const heading = (kind: MovementKind) => ({ rule: `forecast.moved-${kind}`, unit: 'money' }) as const;
  const why =
    figure === 'start'
      ? pipelineOf(facts.since === null ? facts.after : facts.before, 'forecast.pipeline-then')
      : figure === 'end'
        ? pipelineOf(facts.after, 'forecast.pipeline-now')
        : derive(
            'sum',
            heading(figure),
            partsOf(facts, figure).map(({ id, amount }) => leafOf(id, amount)),
          );
  return { why, asOf: now };
}
