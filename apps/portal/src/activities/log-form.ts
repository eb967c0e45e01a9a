import type { ActivityView, NextStep } from '@milepost/contract/activities';
import { newId } from '../http/new-id.ts';
import type { Reference } from '../records/form-fields.ts';

type Kind = ActivityView['kind'];

/** When, how long and with whom: a time makes it an appointment, somebody beside oneself a joint one. */
export type Appointment = { startsAt: string; minutes: number | null; people: Reference[] };

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
  appointment: Appointment;
  nextId: string;
  nextKind: Kind;
  nextOn: string;
  nextSubject: string;
  nextAppointment: Appointment;
};

const noAppointment = (): Appointment => ({ startsAt: '', minutes: null, people: [] });

/** What was said of it; what was not is left as it is. */
const saidOf = ({ startsAt, minutes, people }: Appointment) => ({
  ...(startsAt === '' ? {} : { startsAt }),
  ...(minutes === null ? {} : { minutes }),
  ...(people.length === 0 ? {} : { participantIds: people.map(({ id }) => id) }),
});

export const blankLog = (onDay: string, kind: Kind = 'call', subject = ''): LogForm => ({
  id: newId(),
  kind,
  onDay,
  subject,
  outcome: null,
  objection: null,
  talkTrackId: null,
  needChange: '',
  appointment: noAppointment(),
  nextId: newId(),
  nextKind: 'call',
  nextOn: '',
  nextSubject: '',
  nextAppointment: noAppointment(),
});

/** Something was said: a sentence, what came of it, or that it is at a time. */
export const isSaid = ({ subject, outcome, appointment }: LogForm): boolean =>
  subject.trim() !== '' || outcome !== null || appointment.startsAt !== '';

/** The next step that was said, if its day was. Without words it is called by its kind. */
export const nextStepOf = (form: LogForm, kindWord: (kind: Kind) => string): NextStep | undefined =>
  form.nextOn === ''
    ? undefined
    : {
        id: form.nextId,
        kind: form.nextKind,
        onDay: form.nextOn,
        subject: form.nextSubject.trim() || kindWord(form.nextKind),
        ...saidOf(form.nextAppointment),
      };

/** For a day that is still to come nothing has happened yet: it is planned. */
export const isPlan = ({ onDay }: LogForm, today: string): boolean => today !== '' && onDay > today;

/** What is sent. A talk track goes with the objection it met. */
export function loggedOf(form: LogForm, kindWord: (kind: Kind) => string, today: string) {
  const isDone = !isPlan(form, today);
  const nextStep = nextStepOf(form, kindWord);
  return {
    kind: form.kind,
    onDay: form.onDay,
    subject: form.subject.trim() || kindWord(form.kind),
    isDone,
    outcome: isDone ? form.outcome : null,
    objection: isDone ? form.objection : null,
    talkTrackId: !isDone || form.objection === null ? null : form.talkTrackId,
    needChange: form.needChange.trim() || null,
    ...saidOf(form.appointment),
    ...(nextStep ? { nextStep } : {}),
  };
}
