import type { ExplainedView } from '@milepost/contract/explain';
import type { ChurnSign } from '@milepost/core/churn/alert';
import { healthOf } from '@milepost/core/churn/health';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { decidingFacts } from './churn-facts.ts';
import { knownOf } from './read-health.ts';
import type { ChurnSettings } from './settings-store.ts';

/** A chance beside its threshold as danger from 0 to 1: as the rule reckons it. */
function whyDanger(sign: ChurnSign, chance: number, threshold: number): Why {
  const heading = { rule: 'churn.danger', unit: 'ratio' } as const;
  const value = stored('churn', `${sign}-chance`, chance, 'ratio');
  const limit = stored('churn', `${sign}-threshold`, threshold, 'ratio');
  const whole = stored('churn', 'whole', 1, 'ratio');
  const half = stored('churn', 'half', 0.5, 'ratio');
  const beyond = (of: typeof value) => derive('difference', { rule: 'churn.beyond', unit: 'ratio' }, [whole, of]);
  if (threshold <= 0) return derive('sum', heading, [stored('churn', 'certain', chance <= 0 ? 1 : 0, 'ratio')]);
  if (chance <= threshold)
    return derive('difference', heading, [
      whole,
      derive('product', { rule: 'churn.within', unit: 'ratio' }, [
        half,
        derive('quotient', { rule: 'churn.of-threshold', unit: 'ratio' }, [value, limit]),
      ]),
    ]);
  if (threshold >= 1) return derive('difference', heading, [whole, whole]);
  return derive('quotient', heading, [
    derive('product', { rule: 'churn.within', unit: 'ratio' }, [half, beyond(value)]),
    beyond(limit),
  ]);
}

const thresholdOf = (sign: ChurnSign, settings: ChurnSettings): number => {
  const { leastAlive, unlikelySilence, leastRenewal, activityFall } = settings;
  const of = { alive: leastAlive, silence: unlikelySilence, renewal: leastRenewal, activity: 1 - (activityFall ?? 0) };
  return of[sign] ?? 0;
};

/** How the health of a customer comes about. @throws Failure `not-found`, also where nothing is known */
export async function explainHealth(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  accountId: string,
): Promise<ExplainedView> {
  const { yardstick, facts } = await knownOf(deps, actor, accountId);
  const { settings } = yardstick;
  const deciding = decidingFacts(facts);
  const { score, causes } = healthOf(deciding, settings, settings.points);
  if (score === null) throw new Failure('not-found');
  const chanceOf: Readonly<Record<ChurnSign, number>> = {
    alive: deciding.alive ?? 0,
    silence: deciding.silence ?? 0,
    renewal: deciding.renewal ?? 0,
    activity: 1 - Math.max(0, deciding.activity?.fall ?? 0),
  };
  const taken = causes.map(({ sign, most }) =>
    derive('round', { rule: 'churn.points', unit: 'count', label: sign }, [
      derive('product', { rule: 'churn.weighed', unit: 'count' }, [
        stored('churn', `${sign}-points`, most, 'count'),
        whyDanger(sign, chanceOf[sign], thresholdOf(sign, settings)),
      ]),
    ]),
  );
  const whole = stored('churn', 'hundred', 100, 'count');
  const why = derive('difference', { rule: 'churn.health', unit: 'count' }, [
    whole,
    derive('share-round', { rule: 'churn.taken', unit: 'count' }, [
      whole,
      derive('sum', { rule: 'churn.points-taken', unit: 'count' }, taken),
      derive(
        'sum',
        { rule: 'churn.points-possible', unit: 'count' },
        causes.map(({ sign, most }) => stored('churn', `${sign}-points`, most, 'count')),
      ),
    ]),
  ]);
  return { why, asOf: deps.clock.now() };
}
