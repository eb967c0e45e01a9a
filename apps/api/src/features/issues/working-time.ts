import { workingOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import { isWorkingTime, nextWorkingTime, type WorkingHours } from '@milepost/core/calendar/working-hours';
import { deadlineOf } from '@milepost/core/issues/escalation';
import { instantOfWall, wallTimeOf } from '../../wall-time.ts';

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The working hours of an organisation. */
export const workingHoursOf = (organisation: OrganisationView): WorkingHours => ({
  ...workingOf(organisation),
  startMinute: minutesOf(organisation.workStart),
  endMinute: minutesOf(organisation.workEnd),
});

/** The instant by which so many working hours have passed there. */
export const dueAfter = (organisation: OrganisationView, from: string, hours: number): string =>
  instantOfWall(
    deadlineOf(wallTimeOf(from, organisation.timeZone), hours, workingHoursOf(organisation)),
    organisation.timeZone,
  );

/** Now where work is done, else the beginning of the next working hours: before then nobody is reminded. */
export const workingInstant = (organisation: OrganisationView, now: string): string => {
  const wall = wallTimeOf(now, organisation.timeZone);
  const hours = workingHoursOf(organisation);
  return isWorkingTime(wall, hours) ? now : instantOfWall(nextWorkingTime(wall, hours), organisation.timeZone);
};
