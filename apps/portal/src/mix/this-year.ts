import { fiscalOf } from '@milepost/contract/calendar';
import type { Me } from '@milepost/contract/people';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';

/** The fiscal year under way; null before anybody is known. */
export const thisYear = (me: Me | null): number | null =>
  me ? fiscalYearOf(toDay(me.today), fiscalOf(me.organisation)).year : null;
