import { serveMatcher } from './matcher.ts';

// Solving blocks the thread it runs in: this one has nothing else to do.
serveMatcher(self);
