import type { Lp, LpResult, LpSolver } from '@milepost/core/lp/lp';

type Question = { readonly id: number; readonly lp: Lp };
type Reply = { readonly id: number } & ({ readonly result: LpResult } | { readonly error: string });

/** Either end of a channel: a Worker, what a Worker calls itself, or a MessagePort that was started. */
export type Channel = {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

/** Answers programmes that come through a channel, in their order. What the solver throws goes back as an error. */
export function serveSolver(channel: Channel, open: () => Promise<LpSolver>): void {
  const opening = open();
  // Who asks hears of it; nobody else waits for the opening.
  opening.catch(() => {});
  channel.addEventListener('message', async ({ data }) => {
    const { id, lp } = data as Question;
    try {
      const result = await (await opening).solve(lp);
      channel.postMessage({ id, result } satisfies Reply);
    } catch (error) {
      channel.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
    }
  });
}

/** The solver at the other end of a channel. Rejects with what the other end threw. */
export function solverBehind(channel: Channel): LpSolver {
  const waiting = new Map<number, { resolve: (result: LpResult) => void; reject: (error: Error) => void }>();
  let last = 0;
  channel.addEventListener('message', ({ data }) => {
    const reply = data as Reply;
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) asked?.reject(new Error(reply.error));
    else asked?.resolve(reply.result);
  });
  return {
    solve: (lp) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        channel.postMessage({ id: last, lp } satisfies Question);
      }),
  };
}
