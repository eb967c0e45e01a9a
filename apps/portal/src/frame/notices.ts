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

  /** Something is done; with `undo` it can be taken back while the message stands. */
  const done = (title: string, { undo }: { undo?: () => Promise<void> } = {}): void => {
    const takeBack = async (): Promise<void> => {
      try {
        await undo?.();
        toast.add({ title: t('frame.undone'), icon: 'i-lucide-undo-2' });
      } catch (error) {
        failed(error);
      }
    };
    toast.add({
      title,
      color: 'success',
      icon: 'i-lucide-check',
      duration: undo ? 10_000 : 4000,
      ...(undo
        ? {
            actions: [
              {
                label: t('frame.undo'),
                color: 'neutral' as const,
                variant: 'outline' as const,
                onClick: () => void takeBack(),
              },
            ],
          }
        : {}),
    });
  };

  return { done, failed };
}
