import { useSession } from '../session/session.ts';
import { useNotices } from './notices.ts';

/** Signs out and begins with an empty page: nothing of the one who left stays in memory. */
export function useLeaving(): () => Promise<void> {
  const session = useSession();
  const { failed } = useNotices();
  return async () => {
    try {
      await session.signOut();
      window.location.assign('/sign-in');
    } catch (error) {
      failed(error);
    }
  };
}
