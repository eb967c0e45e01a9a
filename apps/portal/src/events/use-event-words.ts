import type { EventView } from '@milepost/contract/events';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';

/** How an event and its conversion are told. */
export function useEventWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const daysOf = ({ startsOn, endsOn }: Pick<EventView, 'startsOn' | 'endsOn'>): string => {
    const { day } = formats.value;
    const from = day(startsOn) ?? '';
    return startsOn === endsOn ? from : t('events.fromTo', { from, to: day(endsOn) ?? '' });
  };
  /** A rate of it, told so that it does not contradict the target. */
  const besideTarget = ({ conversion: { target } }: Pick<EventView, 'conversion'>, value: number | null) =>
    formats.value.ratio(value, 1, target === null ? [] : [target]);
  const ratioOf = (event: Pick<EventView, 'conversion'>): string | null => besideTarget(event, event.conversion.ratio);
  const toneOf = ({ conversion }: Pick<EventView, 'conversion'>): StatusTone => {
    if (conversion.status === null) return 'unknown';
    return ({ met: 'good', missed: 'bad', open: 'open' } as const)[conversion.status];
  };
  const standingOf = ({ conversion }: Pick<EventView, 'conversion'>): string =>
    t(`events.standing.${conversion.status ?? 'none'}`);
  return { daysOf, ratioOf, besideTarget, toneOf, standingOf };
}
