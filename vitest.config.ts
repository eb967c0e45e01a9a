import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * One project after the other: a worker goes on with the next file, with its modules and databases, only when that is of the same
 * project. Mixed, almost every file would begin with a new process.
 */
class ProjectByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => (a.project.name < b.project.name ? -1 : a.project.name > b.project.name ? 1 : 0));
  }
}

export default defineConfig({
  test: {
    // A project says for itself how long a test may take (`testTimeout`): a minute, as the machine may have much else to do.
    projects: ['packages/core', 'packages/capture', 'packages/contract', 'packages/solver', 'apps/*', 'tooling'],
    sequence: { sequencer: ProjectByProject },
  },
});
