import { describe, expect, it } from 'vitest';
import { isStillOnScreen } from './page-on-screen.ts';

const read = { tabId: 7, url: 'https://mail.example/#inbox/1' };

describe('the page on screen', () => {
  it('is the one that was read while tab and address are the same', () => {
    expect(isStillOnScreen(read, { tabId: 7, url: read.url })).toBe(true);
  });

  it('is another one after a tab switch, a navigation, or another message on the same page', () => {
    expect(isStillOnScreen(read, { tabId: 8, url: read.url })).toBe(false);
    expect(isStillOnScreen(read, { tabId: 7, url: 'https://mail.example/#inbox/2' })).toBe(false);
  });

  it('counts as another one when the browser does not tell its address', () => {
    expect(isStillOnScreen(read, { tabId: 7, url: null })).toBe(false);
    expect(isStillOnScreen(read, null)).toBe(false);
  });
});
