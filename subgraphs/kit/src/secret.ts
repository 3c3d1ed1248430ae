import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** One master secret of an installation; each purpose has a key of its own, derived by HKDF-SHA256. */
export interface Secret {
  readonly keyFor: (purpose: string) => Buffer;
}

/** @param master at least 32 characters, the same for every process of one installation */
export function createSecret(master: string): Secret {
  if (master.length < 32) throw new Error(`UCP_SECRET must have at least 32 characters, got ${master.length}`);
  return { keyFor: (purpose) => Buffer.from(hkdfSync('sha256', master, '', `ucp/${purpose}`, 32)) };
}

/** Encrypts by AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What `seal` encrypted. @throws when the key is another one or the bytes were altered */
export function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
