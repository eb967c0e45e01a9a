/**
 * When a mail was sent, as a webmail writes it for whoever reads: `2026-03-13T09:00`, by the clock of the reader and without a zone. A
 * text that leaves open which number is the month (`3/4/2026`), or names no day ("10:05"), tells nothing: `null`. Where only the day
 * is written it is noon, so that no zone makes another day of it.
 */
export function shownTime(text: string): string | null {
  const said = text.normalize('NFKC').trim();
  const day = dayIn(said);
  if (day === undefined) return null;
  const [, before, hour, minute, behind] = CLOCK.exec(said) ?? [];
  if (hour === undefined || minute === undefined) return `${day}T12:00`;
  const half = before ?? behind ?? '';
  const isLate = /^(?:p|下午)$/i.test(half) && Number(hour) < 12;
  const isMidnight = /^(?:a|上午)$/i.test(half) && Number(hour) === 12;
  return `${day}T${two(isMidnight ? 0 : Number(hour) + (isLate ? 12 : 0))}:${minute}`;
}

const CLOCK = /(?:(上午|下午)\s?|\b)(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?m\b\.?)?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
const YEAR_FIRST = /\b((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
/** Points between the numbers are written where the day comes first. */
const DAY_FIRST = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b/;
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})\\.?\\s${MONTH}\\.?,?\\s((?:19|20)\\d\\d)\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s((?:19|20)\\d\\d)\\b`, 'i');

const two = (number: number): string => String(number).padStart(2, '0');
const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function dayIn(text: string): string | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return civil(yearFirst[1], Number(yearFirst[2]), Number(yearFirst[3]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return civil(dayFirst[3], Number(dayFirst[2]), Number(dayFirst[1]));
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) return civil(dayMonth[3], monthOf(dayMonth[2]), Number(dayMonth[1]));
  const monthDay = MONTH_DAY.exec(text);
  return monthDay === null ? undefined : civil(monthDay[3], monthOf(monthDay[1]), Number(monthDay[2]));
}

const civil = (year = '', month: number, day: number): string | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : undefined;
