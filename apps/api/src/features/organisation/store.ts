import type { OrganisationSettings } from '@milepost/contract/organisation';
import { flag, isSet, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { OrganisationTable } from '../../db/tables/people.ts';
import type { Work } from '../../db/work.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { organisationView } from './views.ts';

const columnsOf = (settings: Partial<OrganisationSettings>): Partial<OrganisationTable> => {
  const {
    fiscalYearStart,
    fiscalYearLabel,
    timeZone,
    weekStart,
    workingWeekdays,
    holidays,
    dateFormat,
    decimalMark,
    proRata,
    sellingHoursPerDay,
    hoursPerLead,
    workStart,
    workEnd,
    ...same
  } = settings;
  return {
    ...same,
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(fiscalYearStart === undefined ? {} : { fiscal_year_start: fiscalYearStart }),
    ...(fiscalYearLabel === undefined ? {} : { fiscal_year_label: fiscalYearLabel }),
    ...(weekStart === undefined ? {} : { week_start: weekStart }),
    ...(workingWeekdays === undefined ? {} : { working_weekdays: toJson([...workingWeekdays].sort()) }),
    ...(holidays === undefined ? {} : { holidays: toJson([...new Set(holidays)].sort()) }),
    ...(dateFormat === undefined ? {} : { date_format: dateFormat }),
    ...(decimalMark === undefined ? {} : { decimal_mark: decimalMark }),
    ...(proRata === undefined ? {} : { pro_rata: proRata }),
    ...(sellingHoursPerDay === undefined ? {} : { selling_minutes: Math.round(sellingHoursPerDay * 60) }),
    ...(hoursPerLead === undefined
      ? {}
      : { lead_minutes: hoursPerLead === null ? null : Math.round(hoursPerLead * 60) }),
    ...(workStart === undefined ? {} : { work_start: workStart }),
    ...(workEnd === undefined ? {} : { work_end: workEnd }),
  };
};

export const organisations = {
  /** Those who set up come one after the other. */
  async lock(work: Work): Promise<void> {
    await work.dialect.lock('organisation')?.execute(work.db);
  },

  /** All organisations of this database, oldest first. */
  all: async (db: Db) =>
    (await db.selectFrom('organisation').selectAll().orderBy('created_at').orderBy('id').execute()).map((row) => ({
      view: organisationView(row),
      isDemo: isSet(row.is_demo),
    })),

  get: async (db: Db, orgId: string) =>
    organisationView(await db.selectFrom('organisation').selectAll().where('id', '=', orgId).executeTakeFirstOrThrow()),

  isDemo: async (db: Db, orgId: string) =>
    isSet(
      (await db.selectFrom('organisation').select('is_demo').where('id', '=', orgId).executeTakeFirstOrThrow()).is_demo,
    ),

  async create(work: Work, settings: OrganisationSettings, isDemo: boolean): Promise<void> {
    const row = {
      id: work.actor.orgId,
      version: 1,
      created_at: work.at,
      updated_at: work.at,
      archived_at: null,
      ...columnsOf(settings),
      is_demo: flag(isDemo),
    } as OrganisationTable;
    await work.db.insertInto('organisation').values(row).execute();
    work.changed({ subject: 'organisation', recordId: row.id, action: 'created', version: 1, after: { ...settings } });
  },

  /** @throws Failure `version-clash` */
  async update(work: Work, seen: number, patch: Partial<OrganisationSettings>) {
    const before = await organisations.get(work.db, work.actor.orgId);
    if (before.version !== seen) throw new Failure('version-clash', { current: before });
    const { workStart, workEnd } = { ...before, ...patch };
    if (workEnd <= workStart)
      throw new Failure('invalid-input', fieldIssue('/workEnd', 'before-from', 'work ends before it begins'));
    const updated = await work.db
      .updateTable('organisation')
      .set({ ...columnsOf(patch), version: seen + 1, updated_at: work.at })
      .where('id', '=', work.actor.orgId)
      .where('version', '=', seen)
      .executeTakeFirst();
    if (Number(updated.numUpdatedRows) === 0)
      throw new Failure('version-clash', { current: await organisations.get(work.db, work.actor.orgId) });
    const fields = Object.keys(patch) as (keyof OrganisationSettings)[];
    work.changed({
      subject: 'organisation',
      recordId: work.actor.orgId,
      action: 'updated',
      version: seen + 1,
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
      after: { ...patch },
    });
    return organisations.get(work.db, work.actor.orgId);
  },
};
