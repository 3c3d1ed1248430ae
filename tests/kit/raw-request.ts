import { request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** One HTTP request, byte for byte as given: no redirect is followed, nothing is added but the length. */
export const rawRequest = (
  method: string,
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Buffer = '',
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const length: Record<string, string> = bytes.length > 0 ? { 'content-length': String(bytes.length) } : {};
    const sent = request(url, { method, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(bytes);
  });

/** Bodies of a one-click unsubscribe in both encodings of RFC 8058. */
export const oneClickBodies = {
  urlencoded: {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  },
  multipart: {
    headers: { 'content-type': 'multipart/form-data; boundary=---FormBoundaryjWmhtjORrn' },
    body: [
      '-----FormBoundaryjWmhtjORrn',
      'Content-Disposition: form-data; name="List-Unsubscribe"',
      '',
      'One-Click',
      '-----FormBoundaryjWmhtjORrn--',
      '',
    ].join('\r\n'),
  },
} as const;
