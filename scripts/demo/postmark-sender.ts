import { randomBytes } from 'node:crypto';

/** Postmark as it talks to a webhook: one record a request, with the user name and password of the address. */
export interface PostmarkSender {
  readonly username: string;
  readonly password: string;
  readonly post: (url: string, record: object) => Promise<Response>;
}

export function createPostmarkSender(
  username = 'postmark',
  password: string = randomBytes(16).toString('hex'),
): PostmarkSender {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  return {
    username,
    password,
    post: (url, record) =>
      fetch(url, {
        method: 'POST',
        body: JSON.stringify(record),
        headers: { 'content-type': 'application/json', authorization },
      }),
  };
}
