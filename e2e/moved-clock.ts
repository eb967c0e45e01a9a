// Read before the server's own code (`node --import`): its clock stands so many days ahead as the file says that MOVED_CLOCK names.
import { readFileSync } from 'node:fs';

const file = process.env['MOVED_CLOCK'];
const ahead = file ? Number(readFileSync(file, 'utf8')) * 86_400_000 : 0;
const TrueDate = Date;

class MovedDate extends TrueDate {
  constructor(...given: unknown[]) {
    // Only what asks for the present is moved.
    super(...((given.length === 0 ? [TrueDate.now() + ahead] : given) as [number]));
  }
  static override now(): number {
    return TrueDate.now() + ahead;
  }
}
if (ahead !== 0) globalThis.Date = MovedDate as DateConstructor;
