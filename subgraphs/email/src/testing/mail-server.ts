import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Where a mail server of the tests goes wrong, and how. */
export type Trouble =
  | { readonly at: 'AUTH' | 'MAIL' | 'RCPT' | 'END'; readonly code: number; readonly text: string }
  /** Cuts the connection, or says nothing any more. */
  | { readonly at: 'CONNECT' | 'MAIL' | 'RCPT' | 'DATA' | 'END'; readonly does: 'CUT' | 'STALL' };

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The bytes as they came, without the dot at the end. */
  readonly bytes: Buffer;
}

export interface MailServer {
  readonly port: number;
  /** Mails whose bytes came whole, whatever was answered. */
  readonly received: readonly ReceivedMail[];
  /** Connections that were made. */
  readonly connections: () => number;
  /** Null: everything is taken. */
  readonly trouble: (next: Trouble | null) => void;
  readonly close: () => Promise<void>;
}

/** A real SMTP server on this machine that refuses, stalls and cuts as it is told. @param login what it asks for; null: nothing */
export async function startMailServer(login: { user: string; password: string } | null = null): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let trouble: Trouble | null = null;
  let count = 0;

  /** Answers a stage, or lets it go wrong. */
  const pass = (stage: Trouble['at'], done: (error?: Error | null) => void) => {
    if (trouble?.at !== stage) return done();
    if ('code' in trouble) return done(Object.assign(new Error(trouble.text), { responseCode: trouble.code }));
    if (trouble.does === 'CUT') for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: login === null ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: login === null,
    closeTimeout: 10,
    onAuth: (auth, _session, done) => {
      const valid = auth.username === login?.user && auth.password === login?.password;
      if (!valid) return done(Object.assign(new Error('Authentication failed'), { responseCode: 535 }));
      pass('AUTH', (error) => (error ? done(error) : done(null, { user: auth.username })));
    },
    onMailFrom: (_address, _session, done) => pass('MAIL', done),
    onRcptTo: (_address, _session, done) => pass('RCPT', done),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (trouble?.at === 'DATA') pass('DATA', () => {});
      });
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(chunks),
        });
        if (trouble?.at !== 'DATA') pass('END', done);
      });
    },
  });
  server.on('error', () => {});
  // In front of it, so that connections can be cut and left hanging before a word is said.
  const front = createServer((socket) => {
    count++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    if (trouble?.at === 'CONNECT' && 'does' in trouble) {
      if (trouble.does === 'CUT') socket.destroy();
      return;
    }
    server.server.emit('connection', socket);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    port: (front.address() as AddressInfo).port,
    received,
    connections: () => count,
    trouble: (next) => {
      trouble = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}
