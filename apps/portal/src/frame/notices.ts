import { useToast } from '@nuxt/ui/composables/useToast';
import { useI18n } from 'vue-i18n';
import { useFailureText } from '../failures/use-failure-text.ts';

/** Short messages at the edge of the window. */
export function useNotices() {
  const toast = useToast();
  const { t } = useI18n();
  const { textOf } = useFailureText();

  /** Something did not work. The reason in the reader's language. */
  const failed = (error: unknown): void => {
    const { why, fix, code } = textOf(error);
    toast.add({
      title: why,
      description: `${fix} (${code})`,
      color: 'error',
      icon: 'i-lucide-octagon-alert',
      duration: 10_000,
    });
  };

  /**
   * Something is done; with `undo` it can be taken back while the message stands. A later message `about` the same record takes the
   * place of the earlier one: what was overtaken cannot be taken back any more.
   */
  const done = (title: string, { undo, about }: { undo?: () => Promise<void>; about?: string } = {}): void => {
    const place = about ? { id: about } : {};
    const takeBack = async (): Promise<void> => {
      try {
        await undo?.();
        toast.add({ ...place, title: t('frame.undone'), icon: 'i-lucide-undo-2', color: 'primary', actions: [] });
      } catch (error) {
        failed(error);
      }
    };
    toast.add({
      ...place,
      title,
      color: 'success',
      icon: 'i-lucide-check',
      duration: undo ? 10_000 : 4000,
      actions: undo
        ? [{ label: t('frame.undo'), color: 'neutral', variant: 'outline', onClick: () => void takeBack() }]
        : [],
    });
  };

  return { done, failed };
}
