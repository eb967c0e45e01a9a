import type { Candidate } from '../candidate.ts';
import { emailsInText } from '../email/emails-in-text.ts';
import { pathOf, placeAt } from '../page-text.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';

/** Addresses a visitor can read in the page's text, written out or obfuscated. */
export function emailsInTextSource(context: ReadingContext, add: (candidate: Candidate) => void, budget: Budget): void {
  for (const line of context.page.lines) {
    budget.check();
    const plain = context.plain[line.index] ?? '';
    if (context.isNoise(line)) continue;
    for (const email of emailsInText(plain, line.text)) {
      const offset = email.start;
      const place = placeAt(line, offset);
      const raw = line.text.slice(offset, email.end);
      const decoded = email.decoded === undefined ? {} : { decoded: email.decoded };
      add({
        field: 'email',
        value: email.value,
        email: { value: email.value, ...decoded },
        raw,
        source: email.decoded === undefined ? 'text' : 'obfuscated',
        path: pathOf(place),
        offset,
        confidence: email.decoded === undefined ? 0.97 : 0.85,
        ...decoded,
        place,
        line,
      });
    }
  }
}
