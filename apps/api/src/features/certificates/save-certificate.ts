import type { CertificatePatch, NewCertificate } from '@milepost/contract/certificates';
import type { Actor } from '../../auth/actor.ts';
import type { CertificateTable } from '../../db/tables/growth.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { blankCertificate, certificateColumns, certificates } from './store.ts';

/** What its mode needs is said. @throws Failure `invalid-input` */
function demandSound({ mode, months, base_on }: CertificateTable): void {
  if (mode !== 'forever' && months === null)
    throw new Failure('invalid-input', fieldIssue('/months', 'missing', 'how many months it holds'));
  if (mode === 'fixed' && base_on === null)
    throw new Failure('invalid-input', fieldIssue('/baseOn', 'missing', 'one of its fixed days'));
}

/** Adds something to be certified in. */
export const createCertificate = (deps: Deps, actor: Actor, { id, ...input }: NewCertificate) =>
  deps.transact(actor, async (work) => {
    const values = { ...blankCertificate, ...certificateColumns(input), id } as CertificateTable;
    demandSound(values);
    return certificates.create(work, values as Parameters<typeof certificates.create>[1]);
  });

/** Changes it. Awards that stand keep the day on which they expire. */
export const changeCertificate = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: CertificatePatch,
): Promise<CertificateTable> =>
  deps.transact(actor, async (work) => {
    const columns = certificateColumns(patch);
    demandSound({ ...(await certificates.get(work.db, actor, id)), ...columns });
    return certificates.update(work, id, seen, columns);
  });
