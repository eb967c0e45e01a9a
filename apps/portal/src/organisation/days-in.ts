/** Civil days found in a pasted text, `2026-10-01` or `2026/10/1`, sorted, each once. Days that do not exist are left out. */
export function daysIn(text: string): string[] {
  const days = [...text.matchAll(/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/g)].map(
    ([, year = '', month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const real = days.filter((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
  });
  return [...new Set(real)].toSorted();
}
