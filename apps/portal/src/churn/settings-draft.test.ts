import type { ChurnSettingsView } from '@milepost/contract/churn';
import { describe, expect, it } from 'vitest';
import { draftOf, readSettings } from './settings-draft.ts';

const seen: ChurnSettingsView = {
  ...{ id: 'acme', version: 0, updatedAt: null, margin: 0.1, coolDownDays: 30, lostAfterDays: 180, renewalDays: 90 },
  ...{ leastAlive: 0.5, unlikelySilence: 0.05, leastRenewal: 0.6, activityFall: null },
  points: { alive: 40, silence: 25, renewal: 20, activity: 15 },
  model: { fittedOn: null, customers: 0, kind: null, degenerate: null },
};

describe('the thresholds of the warning as a form', () => {
  it('say nothing that stands already', () => {
    expect(draftOf(seen)).toMatchObject({ leastAlive: '50', activityFall: '', margin: '10', coolDownDays: '30' });
    expect(readSettings(draftOf(seen), seen)).toEqual({});
  });

  it('leave a sign out where nothing is written, and take no nonsense', () => {
    const draft = draftOf(seen);
    expect(readSettings({ ...draft, leastAlive: '', activityFall: '30' }, seen)).toEqual({
      ...{ leastAlive: null, activityFall: 0.3 },
    });
    expect(readSettings({ ...draft, margin: '' }, seen)).toBeNull();
    expect(readSettings({ ...draft, unlikelySilence: '105' }, seen)).toBeNull();
    expect(readSettings({ ...draft, coolDownDays: '1.5' }, seen)).toBeNull();
    const points = { ...draft.points, alive: '50' };
    expect(readSettings({ ...draft, points }, seen)).toEqual({ points: { ...seen.points, alive: 50 } });
  });
});
