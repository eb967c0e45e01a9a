import { expect, it } from 'vitest';
import { CannotUnseal, openVault } from './vault.ts';

const vault = openVault('a secret of the server');

it('gives back what was sealed, and never seals alike twice', () => {
  const [one, other] = [vault.seal('Pa$$wörd 密码'), vault.seal('Pa$$wörd 密码')];
  expect(vault.unseal(one)).toBe('Pa$$wörd 密码');
  expect(one).not.toBe(other);
  expect(one).not.toContain('Pa$$');
});

it('opens nothing that was changed, or sealed with another secret', () => {
  const sealed = vault.seal('password');
  const changed = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
  expect(() => vault.unseal(changed)).toThrow(CannotUnseal);
  expect(() => openVault('another secret').unseal(sealed)).toThrow(CannotUnseal);
  expect(() => vault.unseal('password')).toThrow(CannotUnseal);
});
