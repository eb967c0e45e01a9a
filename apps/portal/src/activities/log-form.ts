import type { ActivityView, NextStep } from '@milepost/contract/activities';
import { newId } from '../http/new-id.ts';

type Kind = ActivityView['kind'];

/** What is typed into the composer. */
export type LogForm = {
  id: string;
  kind: Kind;
  onDay: string;
  subject: string;
  outcome: ActivityView['outcome'];
  objection: ActivityView['objection'];
  talkTrackId: string | null;
  needChange: string;
  nextId: string;
  nextKind: Kind;
  nextOn: string;
  nextSubject: string;
};

export const blankLog = (onDay: string, kind: Kind = 'call', subject = ''): LogForm => ({
  id: newId(),
  kind,
  onDay,
  subject,
  outcome: null,
  objection: null,
  talkTrackId: null,
  needChange: '',
  nextId: newId(),
  nextKind: 'call',
  nextOn: '',
  nextSubject: '',
});

/** Something was said: a sentence, or what came of it. */
export const isSaid = ({ subject, outcome }: LogForm): boolean => subject.trim() !== '' || outcome !== null;

/** The next step that was said, if its day was. Without words it is called by its kind. */
export const nextStepOf = (form: LogForm, kindWord: (kind: Kind) => string): NextStep | undefined =>
  form.nextOn === ''
    ? undefined
    : {
        id: form.nextId,
        kind: form.nextKind,
        onDay: form.nextOn,
        subject: form.nextSubject.trim() || kindWord(form.nextKind),
      };

/** What is sent. A talk track goes with the objection it met. */
export function loggedOf(form: LogForm, kindWord: (kind: Kind) => string) {
  const nextStep = nextStepOf(form, kindWord);
  return {
    kind: form.kind,
    onDay: form.onDay,
    subject: form.subject.trim() || kindWord(form.kind),
    isDone: true,
    outcome: form.outcome,
    objection: form.objection,
    talkTrackId: form.objection === null ? null : form.talkTrackId,
    needChange: form.needChange.trim() || null,
    ...(nextStep ? { nextStep } : {}),
  };
}
