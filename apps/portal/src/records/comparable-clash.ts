import { Clash } from '../http/problem.ts';
import { type FormField, type Reference, viewKeyOf } from './form-fields.ts';
import { flat } from './own-fields.ts';

/**
 * A clash whose two states are told alike: a view tells references by object, a patch by id, and they are compared by what is written.
 * @param more what else of the state that stands is written otherwise than it is read.
 */
export function comparableClash(
  clash: Clash,
  fields: readonly FormField[],
  more: (theirs: Readonly<Record<string, unknown>>) => Record<string, unknown> = () => ({}),
): Clash {
  const theirs = (clash.theirs ?? {}) as Record<string, unknown>;
  const byId = fields
    .filter((field) => field.kind === 'reference')
    .map((field) => [field.key, (theirs[viewKeyOf(field)] as Reference | null | undefined)?.id ?? null]);
  return new Clash(
    {
      status: clash.status,
      code: clash.code,
      current: { ...flat(theirs), ...Object.fromEntries(byId), ...more(theirs) },
    },
    flat((clash.mine ?? {}) as Readonly<Record<string, unknown>>),
  );
}
