import * as z from 'zod';
import { FigureUnit, Measure } from './figures.ts';
import { CivilDay, Id, orNull, PersonRef, recordFields } from './scalars.ts';

export const kpiRoles = ['rep', 'manager', 'admin'] as const;
export const kpiPeriods = ['month', 'quarter', 'year'] as const;
export const kpiDirections = ['up', 'down'] as const;

const kpi = {
  measure: Measure,
  role: z.enum(kpiRoles),
  period: z.enum(kpiPeriods),
  /** Is more good, or less? */
  direction: z.enum(kpiDirections),
  /** Minor units, a count or a share (0–1), as the measure has it; null is watched without an aim. */
  aim: orNull(z.number()),
  validFrom: CivilDay,
  validTo: orNull(CivilDay),
};
export const NewKpi = z.object({ id: Id, ...kpi }).partial({ aim: true, validTo: true });
export type NewKpi = z.infer<typeof NewKpi>;
export const KpiPatch = z.object(kpi).omit({ measure: true, role: true }).partial();
export type KpiPatch = z.infer<typeof KpiPatch>;
export const KpiView = z.object({ ...recordFields, ...kpi, unit: FigureUnit });
export type KpiView = z.infer<typeof KpiView>;

export const kpiStatuses = ['met', 'missed', 'open', 'unknown'] as const;
const interval = orNull(z.object({ low: z.number(), high: z.number() }));
const measured = {
  value: orNull(z.number()),
  interval,
  /** Null where nothing is wanted. */
  status: orNull(z.enum(kpiStatuses)),
  attainmentRatio: orNull(z.number()),
};
/** One KPI in the period that holds the day: of everybody in sight, and of each person of its role. */
export const KpiStanding = z.object({
  kpi: KpiView,
  from: CivilDay,
  to: CivilDay,
  isOver: z.boolean(),
  /** Without status: what is wanted is wanted of each. Why it cannot be told, where it cannot. */
  total: orNull(z.number()),
  totalInterval: interval,
  withheld: orNull(z.enum(['missing-rate', 'mixed-currencies'])),
  rows: z.array(
    z.object({ person: PersonRef, /** Under which the derivation is asked for. */ key: z.string(), ...measured }),
  ),
  /** Whole periods before this one, counted under the definition that is in force now; null where the measure has no months. */
  trend: orNull(z.array(z.object({ label: z.string(), value: orNull(z.number()) }))),
  /** Control limits of those periods: what it does by itself. Null with fewer than eight. */
  limits: orNull(z.object({ mean: z.number(), lower: z.number(), upper: z.number() })),
});
export type KpiStanding = z.infer<typeof KpiStanding>;
export const KpiStandingsView = z.object({ on: CivilDay, items: z.array(KpiStanding) });
export type KpiStandingsView = z.infer<typeof KpiStandingsView>;
export const KpiStandingsQuery = z.object({ on: CivilDay.optional(), period: z.enum(kpiPeriods).optional() });
export type KpiStandingsQuery = z.infer<typeof KpiStandingsQuery>;
