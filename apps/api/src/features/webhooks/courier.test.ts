import { expect, it } from 'vitest';
import { isPublicAddress } from '../../http/public-address.ts';
import { NotPublic, openCourier } from './courier.ts';
import { openReceiver } from './testing-receiver.ts';

it.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ],
  ...[
    '::1',
    '::',
    'fc00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'x',
    '',
  ],
])('takes %s for no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['8.8.8.8', '172.32.0.1', '2606:4700:4700::1111'])('takes %s for a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it('calls nobody within the own network, however the address is written', async () => {
  const receiver = await openReceiver();
  const { port } = new URL(receiver.url);
  const courier = openCourier({ allowsPrivate: false });
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]']) {
    const url = `http://${host}:${port}/hook`;
    await expect(courier.post({ url, headers: {}, body: '{}' }), host).rejects.toThrow(NotPublic);
    expect(await courier.isClosed(url), host).toBe(true);
  }
  expect(receiver.received).toEqual([]);
  await receiver.close();
});

it('calls the own network where whoever runs the house allows it, and follows nobody elsewhere', async () => {
  const receiver = await openReceiver();
  const courier = openCourier({ allowsPrivate: true });
  receiver.told.status = 302;
  receiver.told.headers = { location: receiver.url };
  expect(await courier.post({ url: receiver.url, headers: { 'webhook-id': 'a' }, body: '{"é":1}' })).toBe(302);
  expect(receiver.received).toMatchObject([{ body: '{"é":1}', headers: { 'webhook-id': 'a' } }]);
  await receiver.close();
  await expect(courier.post({ url: receiver.url, headers: {}, body: '{}' })).rejects.toThrow();
});
