import type { MentoringPool } from '@milepost/contract/mentoring';
import type { Why } from '@milepost/core/explain/why';
import { uuidv7 } from '../../ids.ts';
import type { CastMember } from '../../testing-house.ts';

const closing = (level: number) => ({ skill: 'Closing', level, required: 4, weight: 2 });
export const agreement = { untilDay: '2026-09-30', everyDays: 14, minutes: 60, idleAfterDays: 30 };

/** Somebody says of themselves or another what they have to learn. */
export const learn = (by: CastMember, who: CastMember, level: number, more: object = {}) =>
  by.call('POST', '/api/v1/mentee-profiles', {
    ...{ id: uuidv7(), personId: who.id, isSeeking: true },
    needs: [closing(level), { skill: 'Calling', level: 2, required: 3, weight: 1 }],
    ...more,
  });
/** Somebody says of themselves or another that they guide. */
export const guide = (by: CastMember, who: CastMember, capacity: number, level = 5) =>
  by.call('POST', '/api/v1/mentor-profiles', {
    ...{ id: uuidv7(), personId: who.id, gives: [{ skill: 'closing', level }], capacity, isOpen: true },
  });

export const poolOf = async (who: CastMember) => (await who.call<MentoringPool>('GET', '/api/v1/mentoring/pool')).body;
export const whyOf = async (who: CastMember, query: string) =>
  (await who.call<{ why: Why }>('GET', `/api/v1/mentoring/why?${query}`)).body.why;
