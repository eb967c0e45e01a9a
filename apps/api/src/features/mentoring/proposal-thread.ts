import { parentPort, workerData } from 'node:worker_threads';
import { isAmiss, type Proposal } from './proposal-check.ts';

// Solving thousands of pairs takes seconds: this thread has nothing else to do.
parentPort?.postMessage(isAmiss(workerData as Proposal));
