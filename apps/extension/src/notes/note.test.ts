import { describe, expect, it } from 'vitest';
import { makeNote, type NoteDraft, noteBody, noteLabel, noteSubject } from './note.ts';

const draft = (changes: Partial<NoteDraft> = {}): NoteDraft => ({
  clipId: '0198c0de-0000-7000-8000-000000000001',
  page: { url: 'https://huaxin.example/news', title: 'News', takenAt: '2026-03-02T09:00:00.000Z' },
  text: '- A new plant\n- 40 people',
  about: { kind: 'account', id: '5', label: 'Huaxin' },
  ...changes,
});

describe('a note of what was selected', () => {
  it('keeps its structure, is called by its first line, and says where it was taken', () => {
    const note = makeNote(draft(), '2026-03-02');
    expect(note?.note).toEqual({
      onDay: '2026-03-02',
      subject: 'A new plant',
      body: '- A new plant\n- 40 people\n\nNews\nhttps://huaxin.example/news',
      about: { kind: 'account', id: '5', label: 'Huaxin' },
    });
    expect(note && noteLabel(note)).toBe('Huaxin: A new plant');
  });

  it('is none before it has a text and somebody said whom it is about', () => {
    expect(makeNote(draft({ text: ' \n ' }), '2026-03-02')).toBeNull();
    expect(makeNote(draft({ about: null }), '2026-03-02')).toBeNull();
  });

  it('names the record by its kind on the wire', () => {
    const note = makeNote(draft({ about: { kind: 'opportunity', id: '8', label: 'Pumps' } }), '2026-03-02');
    expect(note && noteBody(note)).toMatchObject({ kind: 'note', isDone: true, opportunityId: '8' });
  });

  it('has a short subject, cut between words, and stays within what the server takes', () => {
    expect(noteSubject(`${'word '.repeat(60)}`)).toMatch(/^(word )+word…$|^(word )*word…$/);
    expect(noteSubject('字'.repeat(300))).toHaveLength(120);
    expect(makeNote(draft({ text: 'x'.repeat(30_000) }), '2026-03-02')?.note.body).toHaveLength(20_000);
  });
});
