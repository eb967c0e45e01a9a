import { useI18n } from 'vue-i18n';
import { namedFields } from './named-fields.ts';
import type { NeedsYouReason } from './outbox-item.ts';

/** Says in the reader's language why an item cannot go on; codes without words of their own show the server's sentence. */
export function useFailureText(): (reason: NeedsYouReason) => string {
  const { t, te } = useI18n();
  return (reason) => {
    if (reason.code === 'sign-in') return t('outbox.signIn');
    if (reason.code === 'other-account') return t('outbox.otherAccount');
    const { status, failure, detail, fields } = reason;
    const key = `failures.${failure}`;
    const sentence = te(key) ? t(key) : t('failures.other', { status, code: failure, detail });
    const named = namedFields(fields).map((field) => t(`field.${field}`));
    return named.length === 0 ? sentence : `${sentence} ${t('failures.fields', { fields: named.join(', ') })}`;
  };
}
