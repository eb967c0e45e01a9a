import type { MentorshipView } from '@milepost/contract/mentoring';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';

/** What the two are called together. */
export const pairName = ({ mentee, mentor }: Pick<MentorshipView, 'mentee' | 'mentor'>): string =>
  `${mentee?.name ?? '—'} – ${mentor?.name ?? '—'}`;

/** How a pair stands, for the mark beside it. */
export function pairState({ status, isIdle, lastMetOn, result }: MentorshipView): { tone: StatusTone; word: string } {
  if (status === 'ended') return { tone: result === 'reached' ? 'good' : 'quiet', word: result ?? 'stopped' };
  if (isIdle) return { tone: 'watch', word: 'idle' };
  return lastMetOn === null ? { tone: 'open', word: 'new' } : { tone: 'good', word: 'meeting' };
}
