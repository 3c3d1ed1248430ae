import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the next messages are answered. */
export type Behaviour =
  | { readonly does: 'TAKE' }
  /** Answers with an error of Twilio; `taken`: and has the message all the same. */
  | {
      readonly does: 'FAIL';
      readonly status: number;
      readonly code?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly taken?: boolean;
    }
  /** Answers with something that is not Twilio's. */
  | { readonly does: 'BABBLE'; readonly status: number; readonly body: string; readonly taken?: boolean }
  /** Cuts the connection, before or after taking the message, or in the middle of the answer. */
  | { readonly does: 'DROP'; readonly when: 'BEFORE' | 'AFTER' | 'ANSWERING' }
  /** Never answers, with or without having taken the message. */
  | { readonly does: 'STALL'; readonly taken: boolean };

export interface TakenMessage {
  readonly sid: string;
  readonly to: string;
  readonly from: string | null;
  readonly service: string | null;
  readonly body: string;
  readonly statusCallback: string | null;
  readonly createdAt: Date;
}

export interface TwilioServerOptions {
  readonly accountSid: string;
  readonly authToken: string;
  /** Twilio's clock. Default: this machine's. */
  readonly now?: () => Date;
}

export interface TwilioServer {
  readonly url: string;
  /** Messages it has, in the order in which it took them. */
  readonly taken: readonly TakenMessage[];
  /** Requests to send that came, taken or not. */
  readonly asked: () => number;
  readonly behave: (next: Behaviour | ((to: string, body: string) => Behaviour)) => void;
  /** Refuses everything to these numbers with 21610, as if they had sent STOP to Twilio. */
  readonly optOut: (...numbers: readonly string[]) => void;
  /** Messages that its list does not show yet. */
  readonly hide: (isHidden: (message: TakenMessage) => boolean) => void;
  /** A status callback as Twilio signs and sends it. @returns the status of the answer */
  readonly callBack: (
    message: TakenMessage,
    status: string,
    more?: Readonly<Record<string, string>>,
  ) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Twilio on this machine: sending and listing of messages, and signed status callbacks, with its faults at will. */
export async function startTwilioServer({
  accountSid,
  authToken,
  now = () => new Date(),
}: TwilioServerOptions): Promise<TwilioServer> {
  const taken: TakenMessage[] = [];
  const optedOut = new Set<string>();
  let behaviour: (to: string, body: string) => Behaviour = () => ({ does: 'TAKE' });
  let hidden: (message: TakenMessage) => boolean = () => false;
  let asked = 0;

  const take = (form: URLSearchParams): TakenMessage => {
    const message = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: form.get('To') ?? '',
      from: form.get('From'),
      service: form.get('MessagingServiceSid'),
      body: form.get('Body') ?? '',
      statusCallback: form.get('StatusCallback'),
      createdAt: now(),
    };
    taken.push(message);
    return message;
  };
  const shown = ({ sid, to, from, service, body, createdAt }: TakenMessage) => ({
    sid,
    account_sid: accountSid,
    to,
    from,
    messaging_service_sid: service,
    body,
    direction: 'outbound-api',
    status: 'queued',
    date_created: createdAt.toUTCString().replace('GMT', '+0000'),
    date_sent: null,
    num_segments: service === null ? '1' : '0',
    error_code: null,
  });
  const json = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    response.writeHead(status, { 'content-type': 'application/json', date: now().toUTCString(), ...headers });
    response.end(JSON.stringify(body));
  };
  const fail = (response: ServerResponse, status: number, code: number, headers = {}) =>
    json(
      response,
      status,
      { code, message: `error ${code}`, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
      headers,
    );

  const send = (form: URLSearchParams, response: ServerResponse) => {
    asked++;
    const [to, body] = [form.get('To') ?? '', form.get('Body') ?? ''];
    if (optedOut.has(to)) return fail(response, 400, 21610);
    const next = behaviour(to, body);
    switch (next.does) {
      case 'TAKE':
        return json(response, 201, shown(take(form)));
      case 'FAIL':
        if (next.taken === true) take(form);
        return fail(response, next.status, next.code ?? 20500, next.headers);
      case 'BABBLE':
        if (next.taken === true) take(form);
        response.writeHead(next.status);
        return response.end(next.body);
      case 'STALL':
        if (next.taken) take(form);
        return;
      case 'DROP':
        if (next.when !== 'BEFORE') take(form);
        if (next.when === 'ANSWERING') response.writeHead(201, { 'content-length': '500' }).write('{"sid":"SM');
        setTimeout(() => response.socket?.destroy(), 5);
    }
  };
  const list = (query: URLSearchParams, response: ServerResponse) => {
    const found = taken.filter(
      (message) =>
        (query.get('To') ?? message.to) === message.to &&
        (query.get('From') ?? message.from) === message.from &&
        !hidden(message),
    );
    const size = Number(query.get('PageSize') ?? 50);
    json(response, 200, {
      messages: found.toReversed().slice(0, size).map(shown),
      next_page_uri: found.length > size ? `/2010-04-01/Accounts/${accountSid}/Messages.json?Page=1` : null,
    });
  };

  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
      if (request.headers.authorization !== basic) return fail(response, 401, 20003);
      if (url.pathname !== `/2010-04-01/Accounts/${accountSid}/Messages.json`) return fail(response, 404, 20404);
      return request.method === 'POST' ? send(new URLSearchParams(text), response) : list(url.searchParams, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    asked: () => asked,
    behave: (next) => {
      behaviour = typeof next === 'function' ? next : () => next;
    },
    optOut: (...numbers) => {
      for (const number of numbers) optedOut.add(number);
    },
    hide: (isHidden) => {
      hidden = isHidden;
    },
    callBack: async (message, status, more = {}) => {
      if (message.statusCallback === null) throw new Error('the message asks for no callback');
      const fields: Record<string, string> = {
        MessageSid: message.sid,
        MessageStatus: status,
        To: message.to,
        AccountSid: accountSid,
        ...more,
      };
      const signed = Object.keys(fields)
        .sort()
        .map((name) => name + fields[name])
        .join('');
      const signature = createHmac('sha1', authToken)
        .update(message.statusCallback + signed)
        .digest('base64');
      const answer = await fetch(message.statusCallback, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
        body: new URLSearchParams(fields),
      });
      return answer.status;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
