import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

export type Ran = { code: number; output: string };

/**
 * Runs a program to its end and keeps what it says, without colours. A code other than 0 is an answer, not an error; a
 * program that cannot be started answers 127 and says so.
 */
export function runProgram(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: `${output}${String(error)}\n` }));
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: signal ? `${output}Ended by ${signal}.\n` : output });
    });
  });
}

/** Asks every program that is still running to end. */
export function stopPrograms(): void {
  for (const child of running) child.kill('SIGTERM');
}
