import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** The text was sealed with another secret, or was changed. */
export class CannotUnseal extends Error {}

/** Keeps what has to be given to other servers again, so that who reads the database alone cannot use it. */
export type Vault = {
  seal(text: string): string;
  /** @throws CannotUnseal */
  unseal(sealed: string): string;
};

const [ivBytes, tagBytes] = [12, 16] as const;
const mark = 'v1.';

/** Seals with AES-256-GCM by a key of its own that is derived (HKDF) from the server's secret. */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'milepost vault v1', 32));
  return {
    seal(text) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${mark}${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    unseal(sealed) {
      try {
        if (!sealed.startsWith(mark)) throw new CannotUnseal('It was sealed in a way that is not known here.');
        const bytes = Buffer.from(sealed.slice(mark.length), 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch (error) {
        throw error instanceof CannotUnseal ? error : new CannotUnseal('It was sealed with another secret.');
      }
    },
  };
}
