import { addressBlock } from '../address/address-block.ts';
import type { Candidate } from '../candidate.ts';
import { pathOf, placeAt } from '../page-text.ts';
import type { Budget, ReadingContext } from '../reading-context.ts';

/** Postal addresses a visitor can read: city and postal code, the street lines above or before them, the country behind. */
export function addressesInTextSource(
  context: ReadingContext,
  add: (candidate: Candidate) => void,
  budget: Budget,
): void {
  let readTo = -1;
  for (const line of context.page.lines) {
    budget.check();
    if (line.index <= readTo || context.isNoise(line) || line.text.length > 220) continue;
    const block = addressBlock(line, context);
    if (block === undefined) continue;
    readTo = block.to;
    const first = context.page.lines[block.from] ?? line;
    const place = placeAt(first, block.offset);
    add({
      field: 'address',
      value: block.value.raw,
      address: block.value,
      raw: block.value.raw,
      source: 'text',
      path: pathOf(place),
      offset: block.offset,
      confidence: block.value.street === null ? 0.6 : 0.85,
      place,
      line,
    });
  }
}
