import { Worker } from 'node:worker_threads';
import { isAmiss, type Proposal } from './proposal-check.ts';

/** So many pairs are solved in some tens of milliseconds: not worth a thread. */
const fewPairs = 100_000;

/** A proposal of thousands is solved beside the server, so that nobody waits for it but who asked. */
export const checkedBeside = (proposal: Proposal): Promise<boolean> =>
  new Promise((told, failed) => {
    const thread = new Worker(new URL('./proposal-thread.ts', import.meta.url), { workerData: proposal });
    thread.once('message', told);
    thread.once('error', failed);
  });

/** Is something wrong with a proposal? */
export const checkProposal = async (proposal: Proposal): Promise<boolean> =>
  proposal.mentees.length * proposal.mentors.length <= fewPairs ? isAmiss(proposal) : checkedBeside(proposal);
