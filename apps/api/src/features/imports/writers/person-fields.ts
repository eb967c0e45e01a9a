import type { ImportRun, ReadRecord } from '../import-run.ts';
import { readPhone } from '../read-phone.ts';

/** Rejects a row with a telephone number that is none. */
export function readPhones(run: ImportRun, row: ReadRecord): void {
  const { country } = run.work.actor.organisation;
  for (const phone of run.texts(row, 'phone')) {
    const reading = readPhone(phone, { country });
    if (reading.status === 'rejected') run.reject(row, 'phone', phone, reading.reason);
  }
}

/** Written as the organisation's people read it: family name first where the name is written in Chinese characters. */
export function personName(run: ImportRun, row: ReadRecord): string | null {
  const name = run.text(row, 'name');
  if (name !== null) return name;
  const [first, last] = [run.text(row, 'firstName'), run.text(row, 'lastName')];
  if (first === null || last === null) return first ?? last;
  return /\p{Script=Han}/u.test(first + last) ? `${last}${first}` : `${first} ${last}`;
}
