import type { MixPlanView } from '@milepost/contract/mix';
import { type ComputedRef, computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { ClashField } from '../frame/clash-fields.ts';
import { useFormats } from '../i18n/use-formats.ts';

/** The fields of a mix as two people may both have changed them, with their names and values in words. */
export function useMixFields(): ComputedRef<ClashField[]> {
  const { t } = useI18n();
  const formats = useFormats();
  const share = (value: unknown) => formats.value.ratio(value as number | null, 2);
  return computed(() => [
    { key: 'name', label: t('mix.field.name') },
    { key: 'targetMinor', label: t('mix.field.target'), text: (value) => formats.value.money(value as number | null) },
    { key: 'hours', label: t('mix.field.hours'), text: (value) => formats.value.number(value as number | null, 2) },
    { key: 'highShare', label: t('mix.field.highShare'), text: share },
    { key: 'trafficShare', label: t('mix.field.trafficShare'), text: share },
    { key: 'lines', label: t('mix.field.lines'), text: (value) => linesText(value as MixPlanView['lines']) },
    { key: 'pairings', label: t('mix.field.pairings'), text: (value) => pairsText(value as MixPlanView['pairings']) },
  ]);

  function linesText(lines: MixPlanView['lines']): string {
    const { amount, number } = formats.value;
    return lines
      .map(({ line, role, marginShare, hoursPerThousand, demandCapMinor, floorMinor }) => {
        const parts = [
          role && t(`mix.role.${role}`),
          share(marginShare),
          number(hoursPerThousand, 2),
          amount(demandCapMinor),
          floorMinor > 0 ? amount(floorMinor) : null,
        ];
        return `${line}: ${parts.map((part) => part || '—').join(' · ')}`;
      })
      .join('\n');
  }
  function pairsText(pairings: MixPlanView['pairings']): string {
    return pairings
      .map(({ high, traffic, ratio }) => `${high} / ${traffic}: ${formats.value.number(ratio, 4)}`)
      .join('\n');
  }
}
