import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './browser.ts';
import type { Dialect, LeftBehind, RunningServer } from './start-server.ts';

export type { Dialect, RunningServer };

export type ToolAnswer = { code: number; stdout: string; stderr: string };

/** What a story is told with. All that it opens is closed at its end. */
export type StoryContext = {
  readonly dialect: Dialect;
  /** A server on data of its own, empty or copied `from` another's, on the story's database. */
  startServer: (options?: {
    args?: string[];
    env?: Record<string, string>;
    from?: LeftBehind | undefined;
  }) => Promise<RunningServer>;
  /** A person's own browser window, with nobody signed in. A script error or a request to another host fails the story. */
  openWindow: (options?: { colorScheme?: 'light' | 'dark'; locale?: string; width?: number }) => Promise<Page>;
  /** A browser of its own with the built extension; `grant` names origins it may reach without asking. */
  launchWithExtension: (options?: { grant?: string[] }) => Promise<ExtensionBrowser>;
  /** The operator's tool on a server's data. */
  milepost: (server: RunningServer, ...args: string[]) => Promise<ToolAnswer>;
  /** Names a part of the story; the name is shown with its time, and is where a failure is said to be. */
  step: <T>(text: string, body: () => Promise<T>) => Promise<T>;
  /** Keeps a picture in test-results/screens/, where pictures were asked for (`--pictures`). */
  picture: (page: Page, name: string) => Promise<void>;
};

/** What a file `e2e/NAME.e2e.ts` exports. Files named `accessibility*.e2e.ts` come under that heading. */
export type Story = {
  title: string;
  /** The databases it is told on; both, unless it says otherwise. */
  dialects?: readonly Dialect[];
  /** Seconds until it counts as stuck; 600, unless it says otherwise. */
  limitSeconds?: number;
  run: (context: StoryContext) => Promise<void>;
};
