/** A real SMTP server on this machine with scripted replies, for tests of letters. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

type Reply = 'take' | 'drop_after_data' | number;
type ReceivedLetter = { to: readonly string[]; mail: Email; raw: string };
export type MailServer = {
  port: number;
  /** The letters that arrived in full, including those then refused or dropped. */
  letters: ReceivedLetter[];
  /** MAIL and RCPT as they were sent: `to` above is what the server made of them. */
  envelopes: string[];
  /** The replies to the next letters, in order; further letters are accepted. */
  reply(...replies: Reply[]): void;
  /** The code for the next recipient instead of 250. */
  refuseRecipient(code: number): void;
  close(): Promise<void>;
};

export async function mailServer(
  options: { port?: number; hideSMTPUTF8?: boolean } = {},
): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  const envelopes: string[] = [];
  const sockets = new Set<Socket>();
  let replies: Reply[] = [];
  let recipientCode: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    hideSMTPUTF8: options.hideSMTPUTF8 ?? false,
    onRcptTo: (_address, _session, done) => {
      const code = recipientCode;
      recipientCode = null;
      done(code === null ? null : Object.assign(new Error('no such box'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          mail: await PostalMime.parse(raw),
          raw: raw.toString('utf8'),
        });
        const reply = replies.shift() ?? 'take';
        if (reply === 'take') done();
        else if (reply === 'drop_after_data') for (const socket of sockets) socket.destroy();
        else done(Object.assign(new Error('as told'), { responseCode: reply }));
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('data', (chunk: Buffer) => {
      envelopes.push(...(chunk.toString('utf8').match(/^(?:MAIL FROM|RCPT TO):.*$/gm) ?? []));
    });
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    envelopes,
    reply: (...given) => {
      replies = [...given];
    },
    refuseRecipient: (code) => {
      recipientCode = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
