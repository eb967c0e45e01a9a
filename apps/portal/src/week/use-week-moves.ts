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
  const visitOf = ({ account }: WeekProposal, onDay: string, key: string): Visit => {
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return { id, accountId: account.id, onDay, subject: t('week.subject', { name: account.name }) };
  };
  const { mutate: accept, isLoading: isAccepting } = useMutation({
    mutation: (visits: Visit[]) => http.post<{ created: number }>('/week/accept', { visits }),
    onSuccess: ({ created }) => {
      ids.clear();
      void reread('week', 'activity', 'promise');
      done(t('week.accepted', { count: created }, created));
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
  const acceptAll = ({ days }: WeekView): void =>
    accept(
      days.flatMap(({ day, proposals }) =>
        proposals.map((one, at) => visitOf(one, day, `${day} ${one.account.id} ${at}`)),
      ),
    );
  return { move, acceptAll, isAccepting, clash, resolve, leave };
}
