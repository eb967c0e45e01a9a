import { readonly, ref } from 'vue';

const online = ref(typeof navigator === 'undefined' || navigator.onLine !== false);

/** Does the server answer? True until a request got no answer, and again with the next one that does. */
export const isOnline = readonly(online);

/** Told by whoever talks to the server. */
export function noteConnection(answered: boolean): void {
  online.value = answered;
}

/** Listens to the browser's own opinion. Called once. */
export function followConnection(): void {
  window.addEventListener('offline', () => noteConnection(false));
  window.addEventListener('online', () => noteConnection(true));
}
