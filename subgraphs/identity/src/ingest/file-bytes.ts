import { finished, type Readable } from 'node:stream';
import { createGunzip, type Gunzip } from 'node:zlib';
import { badInput } from '@ucp/kit/errors';
import { limits } from '../domain/limits.ts';

/** Below this many bytes unpacked the ratio is not looked at: a small file of equal rows packs very well. */
const ratioFrom = 1_048_576;

/**
 * The bytes of a file as they come, unpacked where it is gzip. The sender's stream is never destroyed, so that it can be told
 * what was wrong.
 * @throws CodedError BAD_USER_INPUT when the file is larger than a file may be, unpacks to more than is credible, or breaks off
 */
export async function* fileBytes(body: Readable, gzip: boolean): AsyncGenerator<Buffer> {
  const gunzip = gzip ? unpack(body) : null;
  let size = 0;
  try {
    for await (const chunk of (gunzip ?? body).iterator({ destroyOnReturn: gunzip !== null })) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limits.importBytes) {
        throw badInput(null, `A file has at most ${limits.importBytes} bytes unpacked, and this one has more`);
      }
      if (gunzip !== null && size > ratioFrom && size > gunzip.bytesWritten * limits.importRatio) {
        throw badInput(
          null,
          `A gzip file unpacks to at most ${limits.importRatio} times its size, got ${size} bytes from ${gunzip.bytesWritten}`,
        );
      }
      yield bytes;
    }
  } catch (error) {
    if (gunzip !== null && /^Z_/.test(String(Object(error).code))) {
      throw badInput(null, 'The file was sent as gzip and is none, or broke off before its end');
    }
    throw error;
  }
}

/** Not by `pipeline`, which would destroy the body when unpacking fails. */
function unpack(body: Readable): Gunzip {
  const gunzip = body.pipe(createGunzip());
  finished(body, { writable: false }, (error) => {
    if (error !== null && error !== undefined) gunzip.destroy(error);
  });
  return gunzip;
}
