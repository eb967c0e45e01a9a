import type { WeekView } from '@milepost/contract/week';
import { computed, shallowRef } from 'vue';
import { useKeys } from '../frame/keys.ts';
import { canCall, cardsOf, type WeekCard } from './week-card.ts';

/** Calls in place of visits in one's own week: by `c` for the card that has the focus, or for an account that may be called. */
export function useWeekCalls(week: () => WeekView | undefined, call: (card: WeekCard) => void) {
  /** The card that the focus is in. */
  const held = shallowRef<WeekCard | null>(null);
  useKeys([
    {
      keys: 'c',
      labelKey: 'week.toCall',
      groupKey: 'week.title',
      run: () => {
        if (week()?.isOwn && held.value && canCall(held.value)) call(held.value);
        held.value = null;
      },
    },
  ]);
  const proposed = computed(() => {
    const first = new Map<string, WeekCard>();
    for (const card of (week()?.days ?? []).flatMap(cardsOf))
      if (card.is === 'proposal' && !first.has(card.proposal.account.id)) first.set(card.proposal.account.id, card);
    return first;
  });
  /** Accounts whose visits should give way, with one that is proposed this week. */
  const callable = computed(() => {
    const { isOwn, horizon } = week() ?? {};
    return isOwn ? (horizon?.over?.calls ?? []).map(({ id }) => id).filter((id) => proposed.value.has(id)) : [];
  });
  function callFirst(accountId: string): void {
    const card = proposed.value.get(accountId);
    if (card) call(card);
  }
  return { held, callable, callFirst };
}
