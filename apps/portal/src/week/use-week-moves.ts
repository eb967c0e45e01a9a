import type { AcceptWeek, WeekProposal, WeekView } from '@milepost/contract/week';
import { useMutation } from '@pinia/colada';
import { useI18n } from 'vue-i18n';
import { useNotices } from '../frame/notices.ts';
import { http } from '../http/http.ts';
import { newId } from '../http/new-id.ts';
import { useReread } from '../http/reread.ts';
import { useFormats } from '../i18n/use-formats.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { useRecordChange } from '../records/use-record-change.ts';
import type { WeekCard } from './week-card.ts';

type Visit = AcceptWeek['visits'][number];
const activityKind: RecordKind = { subject: 'activity', room: 'activities', path: '/activities', place: '/today/week' };

/** Moves what stands in a week: an activity goes to another day, a proposal becomes a planned visit on the day it is laid on. */
export function useWeekMoves() {
  const { t } = useI18n();
  const formats = useFormats();
  const { done, failed } = useNotices();
  const reread = useReread();
  const { change, clash, resolve, leave } = useRecordChange(activityKind, {
    onDone: () => void reread('week', 'promise'),
  });
  // One id for each visit, so that trying again after a lost answer plans once.
  const ids = new Map<string, string>();
  const visitOf = ({ account }: WeekProposal, onDay: string, key: string, kind: 'visit' | 'call' = 'visit'): Visit => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    const subject = t(kind === 'call' ? 'week.callSubject' : 'week.subject', { name: account.name });
    return { id, accountId: account.id, onDay, subject, kind };
  };
  const { mutate: accept, isLoading: isAccepting } = useMutation({
    mutation: (visits: Visit[]) => http.post<{ created: number }>('/week/accept', { visits }),
    onSuccess: ({ created }, visits) => {
      const calls = visits.filter(({ kind }) => kind === 'call').length;
      ids.clear();
      void reread('week', 'activity', 'promise');
      done(t(calls > 0 ? 'week.acceptedCall' : 'week.accepted', { count: created }, created));
    },
    onError: failed,
  });
  function move(card: WeekCard, day: string): void {
    if (card.is === 'proposal') {
      accept([visitOf(card.proposal, day, card.key)]);
      return;
    }
    const { id, version, onDay, subject, account } = card.activity;
    if (onDay === day) return;
    change({
      record: { id, version },
      patch: { onDay: day },
      back: { onDay },
      said: t('week.moved', { name: account?.name ?? subject, day: formats.value.day(day) ?? '' }),
    });
  }
  /** A promised visit becomes a call: what is proposed is planned as one, what is planned changes its kind. Taken back by the notice. */
  function call(card: WeekCard): void {
    if (card.is === 'proposal') {
      accept([visitOf(card.proposal, card.day, `${card.key} call`, 'call')]);
      return;
    }
    const { id, version, subject, account } = card.activity;
    change({
      record: { id, version },
      patch: { kind: 'call', inPlaceOf: 'visit' },
      back: { kind: 'visit', inPlaceOf: null },
      said: t('week.called', { name: account?.name ?? subject }),
    });
  }
  const acceptAll = ({ days }: WeekView): void =>
    accept(
      days.flatMap(({ day, proposals }) =>
        proposals.map((one, at) => visitOf(one, day, `${day} ${one.account.id} ${at}`)),
      ),
    );
  return { move, call, acceptAll, isAccepting, clash, resolve, leave };
}
