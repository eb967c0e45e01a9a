import type { OpportunityView } from '@milepost/contract/pipeline';
import { toDay } from '@milepost/core/calendar/civil-day';
import { dueState } from '@milepost/core/calendar/due';

/** Where the expected close of an open deal stands, and how many days it is away from today. */
export type ExpectedClose = { state: ReturnType<typeof dueState>; days: number };

/** Null for a deal that is closed, and where nobody has said a day. */
export function expectedCloseOf(
  { expectedCloseOn, stage }: Pick<OpportunityView, 'expectedCloseOn' | 'stage'>,
  today: string,
): ExpectedClose | null {
  if (expectedCloseOn === null || stage.category !== 'open' || today === '') return null;
  const [due, now] = [toDay(expectedCloseOn), toDay(today)];
  return { state: dueState(due, now), days: Math.abs(due - now) };
}
