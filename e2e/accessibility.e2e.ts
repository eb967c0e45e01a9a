import { readScreens } from './read-screens.ts';
import type { Story } from './story.ts';

export const title = 'Nothing serious on any screen, light, dark and on a phone, with what opens over it';
export const dialects: Story['dialects'] = ['sqlite'];
export const limitSeconds = 1800;
export const run = readScreens;
