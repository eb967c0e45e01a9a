import type { MeasureDefinitionPatch, MeasureDefinitionView } from '@milepost/contract/measures';
import type { Work } from '../../db/work.ts';
import { customerTally } from '../overview/customer-tally-store.ts';
import { definitions } from './definition-store.ts';

/**
 * Changes what the measures mean, and with it what is summed by that meaning, in one transaction.
 * @param seen the version that was changed; 0 where nobody has said anything yet
 * @throws Failure `version-clash`
 */
export async function changeDefinition(
  work: Work,
  seen: number,
  patch: MeasureDefinitionPatch,
): Promise<MeasureDefinitionView> {
  const view = await definitions.change(work, seen, patch);
  if (patch.newCustomer || patch.repurchase) await customerTally.followAll(work);
  return view;
}
