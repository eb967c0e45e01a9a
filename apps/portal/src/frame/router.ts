import type { Role } from '@milepost/contract/people';
import {
  createRouter,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type Router,
  type RouterHistory,
} from 'vue-router';
import { whenSignedOut } from '../http/http.ts';
import { useSession } from '../session/session.ts';
import { features, forRole, isForRole } from './features.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** i18n key of the page's name. */
    titleKey?: string;
    /** May be opened by somebody who is not signed in. */
    isPublic?: boolean;
    /** Stands alone, without navigation. */
    isBare?: boolean;
    /** Who may open it; everybody when left out. Others find nothing here. */
    roles?: readonly Role[];
  }
}

type Session = ReturnType<typeof useSession>;

/** Where somebody begins: the first room that the role has and is at home in. */
export function homeOf(role: Role): string {
  const rooms = forRole(features.nav, role).filter(({ homeOf }) => !homeOf || homeOf.includes(role));
  return rooms[0]?.to ?? '/account';
}

/** Where to go instead: sign-in, set-up, or "not found" for a page of another role. `undefined` lets pass. */
export async function guard(to: RouteLocationNormalized, session: Session): Promise<RouteLocationRaw | undefined> {
  if (!session.isKnown) await session.load();
  const { me } = session;
  if (!me) {
    if (to.meta.isPublic) return;
    const { needed } = await session.loadSetup();
    return needed ? { path: '/set-up' } : { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  }
  if (to.path === '/') return homeOf(me.person.role);
  if (!to.meta.isPublic && to.name !== 'not-found' && !isForRole(to.meta, me.person.role)) {
    return { name: 'not-found', params: { path: to.path.split('/').slice(1) }, replace: true };
  }
  return;
}

/** The router over all features. */
export function makeRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    routes: [
      ...features.routes,
      { path: '/', component: () => import('./NotFoundPage.vue') },
      {
        path: '/:path(.*)*',
        name: 'not-found',
        component: () => import('./NotFoundPage.vue'),
        meta: { titleKey: 'frame.notFound.title' },
      },
    ],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  const session = useSession();
  router.beforeEach((to) => guard(to, session));
  whenSignedOut(() => {
    const now = router.currentRoute.value;
    if (now.meta.isPublic) return;
    session.me = null;
    void router.replace({ path: '/sign-in', query: { next: now.fullPath } });
  });
  return router;
}
