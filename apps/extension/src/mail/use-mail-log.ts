import type { MailMessage } from '@milepost/capture/mail-message';
import type { ClippedMail } from '@milepost/contract/leads';
import { type Ref, ref, shallowRef } from 'vue';
import { newClipId } from '../outbox/clip-id.ts';
import type { MailToLog } from './clipped-mail.ts';

export type MailLog = {
  /** The mail in the panel; null where it shows none. */
  mail: Readonly<Ref<MailToLog | null>>;
  /** "Log this mail": on, unless it was sent to many, or somebody switched it off. */
  isOn: Ref<boolean>;
  /** Makes a mail ready, or that there is none; the answer shows it. */
  prepare: (mail: MailMessage | null) => Promise<() => void>;
  /** What goes with the sender when they are saved. */
  clipped: () => ClippedMail | null;
};

/** The mail that is logged with its sender. */
export function useMailLog(): MailLog {
  const mail = shallowRef<MailToLog | null>(null);
  const isOn = ref(true);
  const prepare = async (message: MailMessage | null): Promise<() => void> => {
    if (message === null)
      return () => {
        mail.value = null;
      };
    const { mailToLog } = await import('./clipped-mail.ts');
    const next = await mailToLog(message, new Date());
    return () => {
      if (next.messageId !== mail.value?.messageId) isOn.value = !next.isBulk;
      mail.value = next;
    };
  };
  const clipped = (): ClippedMail | null => {
    if (mail.value === null || !isOn.value) return null;
    const { attachments: _, isBulk: __, ...said } = mail.value;
    return { activityId: newClipId(), ...said };
  };
  return { mail, isOn, prepare, clipped };
}
