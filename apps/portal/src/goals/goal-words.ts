import type { GoalView } from '@milepost/contract/goals';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** How a goal is marked: reached or late; while it is open what its records say. */
export function goalState({ status, measured }: Pick<GoalView, 'status' | 'measured'>): {
  tone: StatusTone;
  word: string;
} {
  if (status === 'reached') return { tone: 'good', word: 'reached' };
  if (status === 'late') return { tone: 'bad', word: 'late' };
  if (measured?.verdict === 'likely') return { tone: 'watch', word: 'likely' };
  if (measured?.verdict === 'too-few') return { tone: 'unknown', word: 'too-few' };
  return { tone: 'open', word: 'open' };
}

/** What its records say of a goal, in a word: a cycle without a median on one side has too few wins, however many deals there are. */
export function sayingOf({ kind, measured }: Pick<GoalView, 'kind' | 'measured'>): string {
  const { verdict = 'too-few', before, after, countBefore, countAfter } = measured ?? {};
  const isOpen = (figure?: number | null, count?: number | null) => figure === null && (count ?? 0) >= 5;
  const hasNoMedian = kind === 'cycle' && (isOpen(before, countBefore) || isOpen(after, countAfter));
  return verdict === 'too-few' && hasNoMedian ? 'no-median' : verdict;
}

/** What a goal and its figures are called; days, shares and counts by its kind. */
export function useGoalWords() {
  const { t } = useI18n();
  const formats = useFormats();
  return computed(() => {
    const { number, ratio, money, day } = formats.value;
    const nameOf = ({ kind, certificate, skill, wanted, leastMinor }: GoalView): string => {
      if (kind === 'certificate') return certificate?.name ?? t('goals.kind.certificate');
      if (kind === 'level') return t('goals.name.level', { skill: skill?.name ?? '', level: number(wanted) ?? '' });
      if (kind === 'projects') return t('goals.name.projects', { count: number(wanted) ?? '' }, wanted ?? 1);
      if (kind === 'discount') return t('goals.name.discount', { share: ratio(wanted, 1) ?? '' });
      const words = { share: ratio(wanted, 0) ?? '', amount: money(leastMinor) ?? '' };
      return t(leastMinor ? 'goals.name.cycle' : 'goals.name.cycleOfAll', words);
    };
    /** A figure before or after, in the unit of its kind. */
    const figureOf = ({ kind }: GoalView, value: number | null): string | null => {
      if (value === null) return null;
      if (kind === 'cycle') return t('goals.days', { count: number(value) ?? '' }, value);
      return kind === 'discount' ? ratio(value, 1) : number(value);
    };
    const changeOf = (value: number | null): string | null =>
      value === null ? null : `${value > 0 ? '+' : ''}${ratio(value, 1)}`;
    const intervalOf = ({ measured }: GoalView): string | null => {
      if (!measured || measured.change === null) return null;
      const [low, high] = [changeOf(measured.low) ?? '', changeOf(measured.high)];
      return high === null ? t('goals.intervalOpen', { low }) : t('goals.interval', { low, high });
    };
    const countOf = (count: number | null): string | null =>
      count === null ? null : t('goals.counted', { count: number(count) ?? '' }, count);
    const spanOf = ({ baseFromOn, fromOn, dueOn }: GoalView): string | null => {
      if (fromOn === null) return null;
      const days = { base: day(baseFromOn) ?? '', from: day(fromOn) ?? '', due: day(dueOn) ?? '' };
      return t(baseFromOn === null ? 'goals.since' : 'goals.compared', days);
    };
    return { nameOf, figureOf, changeOf, intervalOf, countOf, spanOf };
  });
}
