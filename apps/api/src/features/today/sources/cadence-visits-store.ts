import { periodOf, promisePeriods } from '@milepost/core/cadence/cadence';
import { callResponse } from '@milepost/core/cadence/call-response';
import { nextVisit } from '@milepost/core/cadence/next-visit';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { AccountTable } from '../../../db/tables/records.ts';
import { type PromiseColumns, promiseOf } from '../../cadence/promise-store.ts';
import { visits } from '../../cadence/visit-store.ts';
import { definitions } from '../../measures/definition-store.ts';
import { tierSettings } from '../../tiers/settings-store.ts';
import { plainItem, type TodayItem, type TodaySource } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

type Row = PromiseColumns &
  Pick<AccountTable, 'id' | 'version' | 'name' | 'backup_id' | 'segment' | 'tier_score_minor'> & { owner_id: string };

/** A visit that was planned so many days before its period and not made stands on the list as a task. */
const daysBefore = 100;
const nothing = { done: [], planned: [], called: [] };

/**
 * Visits that promises ask for in the period under way and that nobody has planned: an account once, however many are missing, with
 * what the next one brings over the days that are left. Once it is planned or made, the next of them comes.
 */
export const cadenceVisitSource: TodaySource = {
  name: 'cadence-visit',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('account')
      .select(['id', 'version', 'name', 'owner_id', 'backup_id', 'segment', 'tier_score_minor', 'tier', 'tier_since'])
      .select(['cadence_count', 'cadence_per', 'cadence_since'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where((eb) => eb.or([eb('tier', 'is not', null), eb('cadence_count', 'is not', null)]))
      // Who parks an account has said why it needs nothing for now.
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('parked_account as p')
              .select('p.account_id')
              .whereRef('p.org_id', '=', 'account.org_id')
              .whereRef('p.account_id', '=', 'account.id')
              .where('p.until_on', '>', whose.day),
          ),
        ),
      )
      .where(ofDay(whose, ['owner_id', 'backup_id']))
      .execute()) as unknown as Row[];
    if (rows.length === 0) return [];
    const settings = await tierSettings.inForce(db, actor);
    const { coverage } = await definitions.inForce(db, actor);
    const today = toDay(whose.day);
    const firstMonth = actor.organisation.fiscalYearStart;
    const periods = promisePeriods.map((per) => periodOf(per, today, firstMonth));
    const made = await visits.of(db, actor.orgId, {
      accountIds: rows.map(({ id }) => id),
      kinds: coverage.visitKinds,
      from: toIso(Math.min(...periods.map(({ first }) => first)) - daysBefore),
      to: toIso(Math.max(...periods.map(({ last }) => last))),
    });
    const response = callResponse(settings.judgement);
    return rows.flatMap((row): TodayItem[] => {
      const promise = promiseOf(row, settings);
      const known = made.get(row.id) ?? nothing;
      // One that is late stands on the list itself.
      if (promise === null || known.planned.some((day) => day < today)) return [];
      const since = promise.since === null ? null : toDay(promise.since);
      const next = nextVisit(promise.cadence, known, response, { today, since, firstMonth });
      if (next === null) return [];
      // Who is called instead is not visited as well.
      const { first, last } = next.line.period;
      const called = new Set(known.called.filter((day) => day >= first && day <= last));
      if (next.line.unmet <= called.size) return [];
      const { line, perYear, responseWith, responseWithout } = next;
      const days = line.period.last - today + 1;
      const rise = { perYear, responseWith, responseWithout };
      return [
        {
          ...plainItem,
          source: 'cadence-visit',
          id: row.id,
          version: row.version,
          name: row.name,
          kind: 'visit',
          dueOn: toIso(line.period.last),
          usualHours: settings.visitHours + settings.wayHours,
          // What an account is worth is known from its first review on.
          stake:
            row.tier_score_minor === null
              ? null
              : { kind: 'visit', id: row.id, amount: row.tier_score_minor, ...rise, days },
          segment: row.segment,
          accountId: row.id,
          ofId: row.owner_id,
          backupId: row.backup_id,
          deeds: ['snooze', 'give'],
        },
      ];
    });
  },
};
