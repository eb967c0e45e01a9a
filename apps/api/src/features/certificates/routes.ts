import { createRoute, z } from '@hono/zod-openapi';
import {
  AwardPatch,
  AwardVerdict,
  AwardView,
  CertificatePatch,
  CertificateView,
  ExpiringView,
  NewAward,
  NewCertificate,
} from '@milepost/contract/certificates';
import { Id } from '@milepost/contract/scalars';
import { awardOn } from '@milepost/core/certificates/goal';
import type { Actor } from '../../auth/actor.ts';
import type { AwardTable } from '../../db/tables/growth.ts';
import type { Deps } from '../../deps.ts';
import { type App, body, json, onlyManagers, refusals, versionSeen } from '../../http/app.ts';
import { serveRecords } from '../../http/serve-records.ts';
import { activePeople } from '../skills/store.ts';
import { archiveAward, changeAward, createAward, decideAward, restoreAward } from './save-award.ts';
import { changeCertificate, createCertificate } from './save-certificate.ts';
import { awards, certificates } from './store.ts';
import { awardViewsOn, certificateViews } from './views.ts';

/** Of each person and certificate the award that holds longest and runs out at all, the next to do so first. */
async function expiring({ db }: Deps, actor: Actor, day: string): Promise<AwardTable[]> {
  const people = await activePeople(db, actor.orgId, actor.reach);
  const held = await awards.confirmedOf(
    db,
    actor.orgId,
    people.map(({ id }) => id),
  );
  const by = Map.groupBy(held, (row) => `${row.person_id} ${row.certificate_id}`);
  return [...by.values()]
    .flatMap((rows) => {
      const best = awardOn(
        rows.map((row) => ({ row, completedOn: row.completed_on, expiresOn: row.expires_on })),
        day,
      );
      return best && best.expiresOn !== null ? [best.row] : [];
    })
    .sort((a, b) => ((a.expires_on ?? '') < (b.expires_on ?? '') ? -1 : 1));
}

export function certificateRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps;
  const dayOf = (actor: Actor) => clock.today(actor.organisation.timeZone);
  const awardViews = awardViewsOn(dayOf);
  app.on(['POST', 'PATCH'], ['/certificates', '/certificates/*'], onlyManagers);
  serveRecords<'certificate', CertificateView, NewCertificate, CertificatePatch>(app, deps, {
    path: '/certificates',
    noun: 'certificate',
    schemas: { view: CertificateView, create: NewCertificate, patch: CertificatePatch },
    store: certificates,
    views: certificateViews,
    create: createCertificate,
    change: changeCertificate,
  });
  serveRecords<'award', AwardView, NewAward, AwardPatch>(app, deps, {
    path: '/awards',
    noun: 'award',
    schemas: { view: AwardView, create: NewAward, patch: AwardPatch },
    store: awards,
    views: awardViews,
    create: createAward,
    change: changeAward,
    archive: archiveAward,
    restore: restoreAward,
  });
  app.openapi(
    createRoute({
      method: 'post',
      path: '/awards/{id}/verdict',
      tags: ['award'],
      summary: 'Sign for an award, or refuse it',
      request: {
        params: z.object({ id: Id }),
        headers: z.object({ 'if-match': z.string().optional() }),
        body: body(AwardVerdict),
      },
      responses: { 200: json(AwardView, 'Decided'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const row = await decideAward(deps, actor, c.req.valid('param').id, versionSeen(c), c.req.valid('json'));
      const [view] = await awardViews(db, actor, [row]);
      return c.json(view as AwardView, 200, { etag: `"${row.version}"` });
    },
  );
  app.use('/expiring-awards', onlyManagers);
  app.openapi(
    createRoute({
      method: 'get',
      path: '/expiring-awards',
      tags: ['award'],
      responses: { 200: json(ExpiringView, 'Who of one’s people holds what until when'), ...refusals },
    }),
    async (c) => {
      const actor = c.get('actor');
      const day = dayOf(actor);
      return c.json({ day, items: await awardViews(db, actor, await expiring(deps, actor, day)) }, 200);
    },
  );
}
