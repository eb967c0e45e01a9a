/** What a check found. A static check counts as one; tests and stories count each. */
export type Outcome = {
  passed: number;
  failed: number;
  /** A line or two that is always shown, such as the number of tests per dialect. */
  summary?: string;
  /** What is shown when something failed. */
  output: string;
};

export type Check = {
  name: string;
  /** How many of the machine's cores it keeps busy. */
  cores: 1 | 2;
  /** Names of checks that must have ended before, however they ended: a failing check does not hide the others. */
  after?: string[];
  run: () => Promise<Outcome>;
};

export type Ended = { name: string; seconds: number; outcome: Outcome };

export type Progress = {
  started?: (name: string) => void;
  finished?: (name: string) => void;
  /** Called in the order of the list, whatever order the checks end in. */
  ended?: (ended: Ended) => void;
};

const crashed = (error: unknown): Outcome => ({
  passed: 0,
  failed: 1,
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

/**
 * Runs every check once, side by side where the cores allow it and nothing it waits for is still running. A check that
 * throws counts as one failure; none stops another.
 */
export function runInOrder(checks: readonly Check[], cores: number, progress: Progress = {}): Promise<Ended[]> {
  const ended = new Map<string, Ended>();
  const running = new Map<string, Check>();
  let shown = 0;

  const isFree = ({ cores: wanted }: Check) =>
    running.size === 0 || wanted + [...running.values()].reduce((sum, other) => sum + other.cores, 0) <= cores;
  const isReady = (check: Check) =>
    !ended.has(check.name) && !running.has(check.name) && (check.after ?? []).every((name) => ended.has(name));
  const showWhatIsDone = () => {
    for (let next = checks[shown]; next; next = checks[++shown]) {
      const done = ended.get(next.name);
      if (!done) return;
      progress.ended?.(done);
    }
  };

  return new Promise((resolve, reject) => {
    const step = () => {
      if (ended.size === checks.length) return resolve(checks.flatMap(({ name }) => ended.get(name) ?? []));
      for (const check of checks) {
        if (!isReady(check) || !isFree(check)) continue;
        running.set(check.name, check);
        progress.started?.(check.name);
        const began = performance.now();
        check
          .run()
          .catch(crashed)
          .then((outcome) => {
            running.delete(check.name);
            progress.finished?.(check.name);
            ended.set(check.name, { name: check.name, seconds: (performance.now() - began) / 1000, outcome });
            showWhatIsDone();
            step();
          })
          .catch(reject);
      }
      if (running.size === 0) reject(new Error(`These checks wait for each other: ${waiting()}`));
    };
    const waiting = () =>
      checks
        .filter(({ name }) => !ended.has(name))
        .map(({ name }) => name)
        .join(', ');
    step();
  });
}
