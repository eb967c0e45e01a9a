import { createRoute, z } from '@hono/zod-openapi';
import { VerificationView } from '@milepost/contract/certificates';
import { standingOn } from '@milepost/core/certificates/expiry';
import { operatorOf } from '../../auth/session.ts';
import type { Deps } from '../../deps.ts';
import { type App, json, refusals } from '../../http/app.ts';
import { Failure } from '../../http/failure.ts';
import { organisations } from '../organisation/store.ts';
import { people } from '../people/store.ts';
import { awards, certificates } from './store.ts';

/** What stands on a certificate, for whoever knows its address: no more of its holder than their name. @throws Failure `not-found` */
async function verify({ db, clock }: Deps, code: string): Promise<VerificationView> {
  const row = await awards.byCode(db, code);
  if (row?.state !== 'confirmed') throw new Failure('not-found');
  const organisation = await organisations.get(db, row.org_id);
  const actor = operatorOf(organisation);
  const [person, certificate] = [
    await people.get(db, actor, row.person_id),
    await certificates.get(db, actor, row.certificate_id),
  ];
  return {
    ...{ name: person.name, certificate: certificate.name, issuer: certificate.issuer },
    ...{ organisation: organisation.name, completedOn: row.completed_on, expiresOn: row.expires_on },
    standing: standingOn(row.expires_on, certificate.window_months, clock.today(organisation.timeZone)),
  };
}

/** Read without a session, by whoever was given the address. */
export function verificationRoute(app: App, deps: Deps): void {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/verifications/{code}',
      tags: ['certificate'],
      summary: 'Is a certificate genuine?',
      request: { params: z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) }) },
      responses: { 200: json(VerificationView, 'What stands on the certificate'), ...refusals },
    }),
    async (c) => c.json(await verify(deps, c.req.valid('param').code), 200, { 'cache-control': 'no-store' }),
  );
}
