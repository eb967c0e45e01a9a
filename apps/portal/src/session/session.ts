import type { Me } from '@milepost/contract/people';
import type { SetupState } from '@milepost/contract/set-up';
import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import { http } from '../http/http.ts';
import { Problem } from '../http/problem.ts';

const probe = { keepUnauthorised: true };

/** Who is signed in, and to what. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Me | null>(null);
  const setup = shallowRef<SetupState | null>(null);
  const isKnown = ref(false);

  /** Asks the server who this is. Null when nobody is signed in; throws any other Problem. */
  async function load(): Promise<Me | null> {
    try {
      me.value = await http.get<Me>('/me', probe);
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) throw error;
      me.value = null;
    }
    isKnown.value = true;
    return me.value;
  }

  /** Is there an organisation yet, and is it the demonstration? */
  async function loadSetup(): Promise<SetupState> {
    setup.value = await http.get<SetupState>('/setup', probe);
    return setup.value;
  }

  async function signIn(credentials: { email: string; password: string }): Promise<void> {
    await http.post('/api/auth/sign-in/email', credentials, probe);
    await load();
  }

  async function signOut(): Promise<void> {
    await http.post('/api/auth/sign-out', {}, probe);
    me.value = null;
  }

  return { me, setup, isKnown, load, loadSetup, signIn, signOut };
});
