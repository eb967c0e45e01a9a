import type { OpportunityView } from '@milepost/contract/pipeline';
import { categoryOf as categoryOfDeal } from '@milepost/core/forecast/forecast-category';
import { currencyExponent } from '@milepost/core/money/currency';
import type { StatusTone } from '@milepost/ui/StatusMark.vue';
import { useI18n } from 'vue-i18n';
import { useFormats } from '../i18n/use-formats.ts';
import { useSession } from '../session/session.ts';
import { expectedCloseOf } from './expected-close.ts';

const tones: Record<OpportunityView['stage']['category'], StatusTone> = { open: 'open', won: 'good', lost: 'quiet' };

/** What is said of a deal, in the reader's language. */
export function useOpportunityWords() {
  const { t } = useI18n();
  const formats = useFormats();
  const session = useSession();
  /** Money in its own currency; null when nobody has said an amount. */
  const moneyOf = (minor: number | null, currency: string): string | null =>
    formats.value.money(minor, { code: currency, exponent: currencyExponent(currency) });
  const amountOf = ({ amountMinor, currency }: Pick<OpportunityView, 'amountMinor' | 'currency'>) =>
    moneyOf(amountMinor, currency);
  const isLate = (opportunity: OpportunityView): boolean =>
    expectedCloseOf(opportunity, session.me?.today ?? '')?.state === 'overdue';
  /** The day of the close, and where it is near or past, how far away. */
  function closeOf(opportunity: OpportunityView): string | null {
    const day = formats.value.day(opportunity.closedOn ?? opportunity.expectedCloseOn);
    const close = expectedCloseOf(opportunity, session.me?.today ?? '');
    if (day === null || !close) return day;
    if (close.state === 'overdue') return t('pipeline.late', { day, n: close.days }, close.days);
    if (close.state === 'today') return t('pipeline.today', { day });
    return close.days === 1 ? t('pipeline.tomorrow', { day }) : day;
  }
  const toneOf = ({ stage }: Pick<OpportunityView, 'stage'>): StatusTone => tones[stage.category];
  /** How sure its rep is of an open deal; where nobody said so, the probability of its stage does. */
  function categoryOf({ stage, forecastCategory = null }: OpportunityView): string {
    const word = t(
      `pipeline.choice.forecastCategory.${categoryOfDeal(Math.round(stage.winProbability * 10_000), forecastCategory)}`,
    );
    return forecastCategory === null ? `${word} (${t('pipeline.byStage')})` : word;
  }
  return { moneyOf, amountOf, closeOf, isLate, toneOf, categoryOf };
}
