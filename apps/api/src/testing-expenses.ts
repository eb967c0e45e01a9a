import { uuidv7 } from './ids.ts';
import type { CastMember } from './testing-house.ts';

export const expensesPath = '/api/v1/expenses';

/** A claim of somebody, brought so far by them and by who decides: its id. */
export async function claim(
  by: CastMember,
  said: Record<string, unknown>,
  decided?: { approve: CastMember } | { submit: true },
): Promise<string> {
  const id = uuidv7();
  const made = await by.call('POST', expensesPath, {
    id,
    category: 'Meals',
    purpose: 'Lunch with a customer',
    ...said,
  });
  if (made.status !== 201) throw new Error(`the claim was not entered: ${JSON.stringify(made.body)}`);
  if (!decided) return id;
  await step(by, id, 'submit');
  if ('approve' in decided) await step(decided.approve, id, 'approve');
  return id;
}

/** One step of a claim on the version that stands: the answer. */
export async function step(who: CastMember, id: string, deed: string, body: Record<string, unknown> = {}) {
  const { version } = (await who.call('GET', `${expensesPath}/${id}`)).body;
  return who.call('POST', `${expensesPath}/${id}/${deed}`, body, { 'if-match': `"${version}"` });
}

/** A receipt as a browser sends it. */
export function receiptForm(bytes: readonly number[], name = 'receipt.png', id = uuidv7()): FormData {
  const form = new FormData();
  form.set('id', id);
  form.set('file', new File([new Uint8Array(bytes)], name));
  return form;
}
export const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];
