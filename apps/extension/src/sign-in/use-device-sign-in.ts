import { onScopeDispose, type Ref, shallowRef } from 'vue';
import { awaitDeviceToken, beginDeviceSignIn, type DeviceGrant } from './device-sign-in.ts';
import { identify, type Session } from './session.ts';

/** How far a sign-in has come. */
export type SignInStep =
  | { kind: 'idle' }
  | { kind: 'beginning' }
  | { kind: 'waiting'; grant: DeviceGrant }
  | { kind: 'failed'; why: 'denied' | 'expired' | 'noAnswer' | 'refused'; detail: string };

export type DeviceSignIn = {
  step: Readonly<Ref<SignInStep>>;
  begin: (origin: string) => Promise<void>;
  cancel: () => void;
};

/** Signs in by device code; `onSession` is called with what the server says of the new token's owner. */
export function useDeviceSignIn(onSession: (session: Session) => Promise<void>): DeviceSignIn {
  const step = shallowRef<SignInStep>({ kind: 'idle' });
  let ending = new AbortController();
  const fail = (why: Extract<SignInStep, { kind: 'failed' }>['why'], detail = ''): void => {
    step.value = { kind: 'failed', why, detail };
  };

  const begin = async (origin: string): Promise<void> => {
    ending.abort();
    ending = new AbortController();
    const { signal } = ending;
    step.value = { kind: 'beginning' };
    const answer = await beginDeviceSignIn(origin);
    if (signal.aborted) return;
    if (answer.kind === 'no-answer') return fail('noAnswer');
    if (answer.kind === 'refused') return fail('refused', answer.detail);
    step.value = { kind: 'waiting', grant: answer.grant };
    const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const end = await awaitDeviceToken({ origin, grant: answer.grant, pause, nowMs: Date.now, signal });
    if (end.kind === 'given-up') return;
    if (end.kind !== 'token') return fail(end.kind);
    const found = await identify(origin, end.token);
    if (signal.aborted) return;
    if (found.kind !== 'known') return fail('noAnswer');
    step.value = { kind: 'idle' };
    await onSession(found.session);
  };
  const cancel = (): void => {
    ending.abort();
    step.value = { kind: 'idle' };
  };
  onScopeDispose(() => ending.abort());
  return { step, begin, cancel };
}
