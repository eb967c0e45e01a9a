import { readScreens } from './read-screens.ts';
import type { Story, StoryContext } from './story.ts';

export const title = 'Nothing serious on any screen, on a phone';
export const dialects: Story['dialects'] = ['sqlite'];
export const limitSeconds = 900;

export const run = (context: StoryContext): Promise<void> =>
  readScreens(context, { colorScheme: 'light', width: 390, withForms: false });
