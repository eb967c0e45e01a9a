import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { readNote } from './read-note.ts';
import { walkDocument } from './walk-document.ts';

const note = (html: string): string =>
  readNote(
    walkDocument(parseHTML(`<html><body>${html}</body></html>`).document, { url: '' }).root,
    'https://acme.example/a/',
  );

it('keeps paragraphs, line breaks and headings apart', () => {
  expect(note('<h2>Visit</h2><p>First  line<br>second</p><div>Third</div><div>Fourth</div>')).toBe(
    'Visit\n\nFirst line\nsecond\n\nThird\nFourth',
  );
});

it('keeps lists with their numbers, one inside the other', () => {
  expect(note('<p>To do</p><ol><li>Call<ul><li>Ann</li></ul></li><li>Write</li></ol>')).toBe(
    'To do\n\n1. Call\n  - Ann\n2. Write',
  );
});

it('keeps where links lead, once', () => {
  expect(
    note(
      '<p>See <a href="../prices">our prices</a>, <a href="https://www.acme.example/">acme.example</a> or <a href="mailto:ann@acme.example">ann@acme.example</a>.</p>',
    ),
  ).toBe('See our prices (https://acme.example/prices), acme.example or ann@acme.example.');
});

it('keeps cells apart, and leaves out what nobody sees', () => {
  expect(
    note(
      '<table><tr><th>Model</th><td>X 12</td></tr><tr><th>Price</th><td>90</td></tr></table><p style="display:none">no</p>',
    ),
  ).toBe('Model | X 12\nPrice | 90');
});
