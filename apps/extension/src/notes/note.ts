import type { NewActivity } from '@milepost/contract/activities';
import { type ClippedPage, pageWithinBounds } from '../outbox/clip.ts';
import type { ClipId } from '../outbox/clip-id.ts';

/** What a note can be about. */
export const noteTargetKinds = ['account', 'contact', 'lead', 'opportunity'] as const;
export type NoteTarget = { kind: (typeof noteTargetKinds)[number]; id: string; label: string };

/** What was selected on a page, before it is saved. `about` is null until somebody chose. */
export type NoteDraft = { clipId: ClipId; page: ClippedPage; text: string; about: NoteTarget | null };

/** A note as it waits in the queue. `onDay` is the civil day on which it was taken. */
export type NoteClip = {
  clipId: ClipId;
  page: ClippedPage;
  note: { onDay: string; subject: string; body: string; about: NoteTarget };
};

const LONGEST_SUBJECT = 120;
const LONGEST_BODY = 20_000;

/** The first line that says something, cut between words where it is long. */
export function noteSubject(text: string): string {
  const line =
    text
      .split('\n')
      .map((one) => one.replace(/^[-*•#>\d.\s|]+/, '').trim())
      .find((one) => one !== '') ?? '';
  if (line.length <= LONGEST_SUBJECT) return line;
  const cut = line.slice(0, LONGEST_SUBJECT - 1);
  const blank = cut.lastIndexOf(' ');
  return `${blank > LONGEST_SUBJECT / 2 ? cut.slice(0, blank) : cut}…`;
}

/**
 * Makes the note of a draft: its text as it was, and beneath it where it was taken. Null while it has no text or nobody chose what it
 * is about. `onDay` is the day where the person is.
 */
export function makeNote({ clipId, page, text, about }: NoteDraft, onDay: string): NoteClip | null {
  const whole = text.trim();
  if (about === null || whole === '') return null;
  const bounded = pageWithinBounds(page);
  const origin = [bounded.title, bounded.url].filter((part) => part !== '').join('\n');
  const room = LONGEST_BODY - origin.length - 2;
  const body = origin === '' ? whole : `${whole.slice(0, room)}\n\n${origin}`;
  return {
    clipId,
    page: bounded,
    note: { onDay, subject: noteSubject(whole), body: body.slice(0, LONGEST_BODY), about },
  };
}

/** What a note is called in the queue. */
export function noteLabel({ note }: NoteClip): string {
  return `${note.about.label}: ${note.subject}`;
}

/** A note as the server takes it. */
export function noteBody({ clipId, note: { onDay, subject, body, about } }: NoteClip): NewActivity {
  return {
    id: clipId,
    kind: 'note',
    isDone: true,
    onDay,
    subject,
    body,
    [`${about.kind}Id`]: about.id,
  };
}
