import type { LedgerWhyQuery } from '@milepost/contract/cadence';
import type { ExplainedView } from '@milepost/contract/explain';
import type { LedgerLine } from '@milepost/core/cadence/ledger';
import { toIso } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { ledgersOf, type Told } from './read-ledger.ts';

type Figure = LedgerWhyQuery['figure'];

const nameOfPeriod = ({ period }: LedgerLine): string => `${toIso(period.first)} – ${toIso(period.last)}`;

/** What one period of one account adds to a figure: a count of the ledger, or what is missing of it. */
function whyOfLine(figure: Figure, accountId: string, line: LedgerLine): Why | Leaf {
  const label = nameOfPeriod(line);
  const leaf = (of: 'asked' | 'done' | 'planned'): Leaf => stored('promise', of, line[of], 'count', label);
  if (figure !== 'unmet') return record('account', accountId, line[figure], 'count', label);
  return derive('max', { rule: 'cadence.unmet-of-period', unit: 'count', label }, [
    stored('promise', 'nothing-less', 0, 'count'),
    derive('difference', { rule: 'cadence.left-of-period', unit: 'count', label }, [
      leaf('asked'),
      derive('sum', { rule: 'cadence.there-of-period', unit: 'count', label }, [leaf('done'), leaf('planned')]),
    ]),
  ]);
}

const whyOfAccount = (figure: Figure, { row, lines }: Told): Why =>
  derive(
    'sum',
    { rule: `cadence.${figure}-of-account`, unit: 'count', label: row.name },
    lines.map((line) => whyOfLine(figure, row.id, line)),
  );

/**
 * How a figure of the promises comes about: account by account, and period by period.
 * @throws Failure `not-found` where there is no such promise in sight
 */
export async function explainLedgers(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  { figure, ...ask }: LedgerWhyQuery,
): Promise<ExplainedView> {
  const { told } = await ledgersOf(db, actor, today, ask);
  const [only] = told;
  if (!only) throw new Failure('not-found');
  const some = told.filter((one) => one[figure] > 0);
  const why =
    ask.accountId === undefined
      ? derive(
          'sum',
          { rule: `cadence.${figure}`, unit: 'count' },
          some.map((one) => whyOfAccount(figure, one)),
        )
      : whyOfAccount(figure, only);
  return { why, asOf: now };
}
