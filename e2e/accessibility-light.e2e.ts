import { readScreens } from './read-screens.ts';
import type { Story, StoryContext } from './story.ts';

export const title = 'Nothing serious on any screen, light, with what opens over it';
export const dialects: Story['dialects'] = ['sqlite'];
export const limitSeconds = 900;

export const run = (context: StoryContext): Promise<void> =>
  readScreens(context, { colorScheme: 'light', width: 1280, withForms: true });
