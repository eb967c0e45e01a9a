import { expect, it } from 'vitest';
import { newSecret, signature, signedHeaders } from './sign.ts';

it('A4 signs as the reference of the Standard Webhooks specification does', () => {
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', second: 1_614_265_330, body: '{"test": 2432232314}' };
  expect(signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', signed)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

it('signs with every secret that holds, and makes secrets of 256 bits', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(Buffer.from(one.replace('whsec_', ''), 'base64')).toHaveLength(32);
  const signed = { id: 'a', second: 1, body: '{}' };
  expect(signedHeaders([one, other], signed)).toEqual({
    'webhook-id': 'a',
    'webhook-timestamp': '1',
    'webhook-signature': `${signature(one, signed)} ${signature(other, signed)}`,
  });
});
