import type { ChurnSettingsPatch, ChurnSettingsView } from '@milepost/contract/churn';

/** Thresholds that are shares, written in per cent; empty leaves a sign out. */
export const shareKeys = ['leastAlive', 'unlikelySilence', 'leastRenewal', 'activityFall', 'margin'] as const;
export const dayKeys = ['coolDownDays', 'lostAfterDays', 'renewalDays'] as const;
export const pointKeys = ['alive', 'silence', 'renewal', 'activity'] as const;
export type SettingsDraft = Record<(typeof shareKeys)[number] | (typeof dayKeys)[number], string> & {
  points: Record<(typeof pointKeys)[number], string>;
};

const percent = (share: number | null) => (share === null ? '' : String(Math.round(share * 10_000) / 100));

/** Settings as they are written in the form. */
export function draftOf(view: ChurnSettingsView): SettingsDraft {
  const shares = shareKeys.map((key) => [key, percent(view[key])]);
  const days = dayKeys.map((key) => [key, String(view[key])]);
  const points = Object.fromEntries(pointKeys.map((key) => [key, String(view.points[key])]));
  return { ...Object.fromEntries([...shares, ...days]), points } as SettingsDraft;
}

const numberIn = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
};

/** What the form says beside what stands; null where a number cannot be read. */
export function readSettings(draft: SettingsDraft, seen: ChurnSettingsView): ChurnSettingsPatch | null {
  const patch: Record<string, unknown> = {};
  for (const key of shareKeys) {
    const value = numberIn(draft[key]);
    const isLeftOut = draft[key].trim() === '' && key !== 'margin';
    if (!isLeftOut && (value === null || value < 0 || value > 100)) return null;
    const share = isLeftOut || value === null ? null : value / 100;
    if (share !== seen[key]) patch[key] = share;
  }
  for (const key of dayKeys) {
    const value = numberIn(draft[key]);
    if (value === null || !Number.isInteger(value) || value < 0) return null;
    if (value !== seen[key]) patch[key] = value;
  }
  const points = Object.fromEntries(pointKeys.map((key) => [key, numberIn(draft.points[key])]));
  if (Object.values(points).some((value) => value === null || !Number.isInteger(value) || value < 0 || value > 100))
    return null;
  if (pointKeys.some((key) => points[key] !== seen.points[key])) patch['points'] = points;
  return patch as ChurnSettingsPatch;
}
