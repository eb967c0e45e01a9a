import type { Me } from '@milepost/contract/people';
import { createPinia, setActivePinia } from 'pinia';
import { expect, it } from 'vitest';
import type { RouteLocationNormalized } from 'vue-router';
import { fakeApi, refusal } from '../faked-api.ts';
import { useSession } from '../session/session.ts';
import { collectFeatures, forRole } from './features.ts';
import { guard } from './router.ts';

it('puts the rooms of all features into one order, each for the roles it names', () => {
  const all = collectFeatures({
    team: { nav: [{ to: '/team', labelKey: 'team', icon: '', order: 90, roles: ['manager', 'admin'] }] },
    today: { nav: [{ to: '/today', labelKey: 'today', icon: '', order: 10 }] },
  });
  expect(all.nav.map(({ to }) => to)).toEqual(['/today', '/team']);
  expect(forRole(all.nav, 'rep').map(({ to }) => to)).toEqual(['/today']);
  expect(forRole(all.nav, null).map(({ to }) => to)).toEqual(['/today']);
});

it('refuses two features that claim one kind of record', () => {
  const path = () => '/';
  expect(() => collectFeatures({ a: { recordPaths: { sale: path } }, b: { recordPaths: { sale: path } } })).toThrow(
    'sale',
  );
});

const place = (path: string, meta: object = {}) => ({ path, fullPath: path, meta }) as RouteLocationNormalized;

it('sends somebody who is not signed in to the sign-in page and back, or to the set-up of a new house', async () => {
  setActivePinia(createPinia());
  let needed = false;
  fakeApi({
    'GET /api/v1/me': () => refusal(401, 'not-signed-in'),
    'GET /api/v1/setup': () => ({ needed, demo: false, demoSignIns: [] }),
  });
  const session = useSession();
  expect(await guard(place('/accounts'), session)).toEqual({ path: '/sign-in', query: { next: '/accounts' } });
  expect(await guard(place('/invitations/x', { isPublic: true }), session)).toBeUndefined();
  needed = true;
  expect(await guard(place('/'), session)).toEqual({ path: '/set-up' });
});

it('answers "not found" for a page of another role', async () => {
  setActivePinia(createPinia());
  const session = useSession();
  session.me = { person: { id: 'p', name: 'Ann', email: null, role: 'rep', teamId: null } } as Me;
  session.isKnown = true;
  expect(await guard(place('/team', { roles: ['manager'] }), session)).toMatchObject({ name: 'not-found' });
  expect(await guard(place('/account'), session)).toBeUndefined();
});
