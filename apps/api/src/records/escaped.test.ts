import { expect, it } from 'vitest';
import { escaped } from './escaped.ts';

it('lets text be read as it was written, and takes out what no document may hold', () => {
  expect(escaped('A & B <b>"say"</b>')).toBe('A &amp; B &lt;b&gt;&quot;say&quot;&lt;/b&gt;');
  expect(escaped('华信\u0000\u0008\ufffe科技\ud800\n')).toBe('华信科技\n');
});
