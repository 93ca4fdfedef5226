import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Letter, SmtpSettings } from '#server/deps.ts';
import { mailServer } from '#tests/server/smtp-server.ts';
import { mailPlace } from './mail-host-node.ts';
import { smtpMail } from './smtp-node.ts';

const LETTER: Letter = {
  to: 'aigul@example.kz',
  subject: 'Жауап [NP-2026-000001]',
  text: 'Құрметті Айгүл!\n.\nЖалғыз нүкте хатты бітірмейді.',
  mailId: '<0001@ainek.example>',
  inReplyTo: '<her-letter@example.kz>',
};
const port = smtpMail({ connect: 500, silence: 500, whole: 1_000 });
const through = (to: number, more: Partial<SmtpSettings> = {}) =>
  port.send(LETTER, {
    host: '127.0.0.1',
    port: to,
    security: 'none',
    user: '',
    password: '',
    from: 'zhauap@ainek.example',
    fromName: '',
    ...more,
  });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

it('sets In-Reply-To and keeps every line of the text', async () => {
  const server = await mailServer();
  closing.push(server.close);
  expect(await through(server.port)).toEqual({ state: 'sent' });
  expect(server.letters[0]?.mail).toMatchObject({
    inReplyTo: LETTER.inReplyTo,
    references: LETTER.inReplyTo,
    messageId: LETTER.mailId,
  });
  expect(server.letters[0]?.mail.text?.trim()).toBe(LETTER.text);
});

it('an address of an international domain leaves as A-labels, to a server without SMTPUTF8', async () => {
  const server = await mailServer({ hideSMTPUTF8: true });
  closing.push(server.close);
  const letter = { ...LETTER, to: 'asel@пошта.қаз' };
  const delivery = await port.send(letter, {
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: '',
    password: '',
    from: 'desk@өтініш.қаз',
    fromName: 'Өтініш',
  });
  expect(delivery).toEqual({ state: 'sent' });
  expect(server.envelopes.map((line) => line.trim())).toEqual([
    'MAIL FROM:<desk@xn--m1ajt8cb29f.xn--80ao21a>',
    'RCPT TO:<asel@xn--80a1acn3a.xn--80ao21a>',
  ]);
  expect(server.letters[0]?.raw.split('\r\n\r\n')[0]).toMatch(/^\p{ASCII}+$/u);
});

it('sends nothing in clear where encryption is required', async () => {
  const server = await mailServer();
  closing.push(server.close);
  expect(await through(server.port, { security: 'starttls' })).toMatchObject({ state: 'retry' });
  expect(server.letters).toEqual([]);
});

it('sends nothing to a server with an untrusted certificate', async () => {
  const received: unknown[] = [];
  // Without a configured certificate, SMTPServer presents a self-signed one.
  const server = new SMTPServer({
    secure: true,
    authOptional: true,
    logger: false,
    onData: (_stream, _session, done) => {
      received.push(1);
      done();
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port: to } = server.server.address() as AddressInfo;
  expect(await through(to, { security: 'tls' })).toMatchObject({ state: 'retry' });
  expect(received).toEqual([]);
});

it('keeps the letter for a retry when the server rejects the password', async () => {
  const server = new SMTPServer({
    logger: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (_auth, _session, done) => done(new Error('no')),
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port: to } = server.server.address() as AddressInfo;
  expect(await through(to, { user: 'otinish', password: 'wrong' })).toEqual({
    state: 'retry',
    code: 'EAUTH 535',
  });
});

it('an address that SMTP cannot transmit is refused', async () => {
  const server = await mailServer();
  closing.push(server.close);
  const delivery = await port.send(
    { ...LETTER, to: 'a<b>@example.kz' },
    {
      host: '127.0.0.1',
      port: server.port,
      security: 'none',
      user: '',
      password: '',
      from: 'x@ainek.example',
      fromName: '',
    },
  );
  expect(delivery.state).toBe('refused');
});

it('a server that never greets times out, and the letter is retried', async () => {
  expect(await through(await silent(() => undefined))).toMatchObject({ state: 'retry' });
});

it('a server that falls silent before DATA has not received the letter', async () => {
  const to = await silent((socket) => socket.write('220 desk\r\n'));
  expect(await through(to)).toMatchObject({ state: 'retry' });
});

it('a server that falls silent after the letter was sent may have received it', async () => {
  const to = await silent((socket) => {
    socket.write('220 desk\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (/^(EHLO|MAIL|RCPT)/.test(line)) socket.write('250 OK\r\n');
      if (/^DATA/.test(line)) socket.write('354 go\r\n');
    });
  });
  expect(await through(to)).toMatchObject({ state: 'unknown' });
});

/** A TCP server whose only output is what `greet` writes; returns its port. */
async function silent(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  );
  return (server.address() as AddressInfo).port;
}

describe('a mail server’s name', () => {
  const found = (addresses: Record<string, readonly string[]>) =>
    smtpMail({ connect: 500, silence: 500, whole: 1_000 }, async (name) => addresses[name] ?? []);
  const settings = (to: number, more: Partial<SmtpSettings> = {}): SmtpSettings => ({
    host: 'mail.example.kz',
    port: to,
    security: 'none',
    user: '',
    password: '',
    from: 'zhauap@ainek.example',
    fromName: '',
    ...more,
  });

  it.each(['169.254.169.254', 'fe80::1', '::ffff:127.0.0.1', '0.0.0.0'])(
    'that leads to %s gets no packet',
    async (address) => {
      const mail = found({ 'mail.example.kz': [address] });
      expect(await mail.send(LETTER, settings(25, { security: 'starttls' }))).toEqual({
        state: 'retry',
        code: 'EHOST',
      });
    },
  );

  it('is looked up once, and the connection goes to the address that was checked', async () => {
    const server = await mailServer();
    closing.push(server.close);
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    const mail = smtpMail({ connect: 500, silence: 500, whole: 1_000 }, async () => answers.shift() ?? []);
    expect(await mail.send(LETTER, settings(server.port))).toEqual({ state: 'sent' });
    expect(answers).toHaveLength(1);
    expect(await mail.send(LETTER, settings(server.port))).toEqual({ state: 'retry', code: 'EHOST' });
    expect(server.letters).toHaveLength(1);
  });

  it('beyond this machine needs TLS, also in settings that are stored from before', async () => {
    const mail = found({ 'mail.example.kz': ['203.0.113.25'] });
    expect(await mail.send(LETTER, settings(25))).toEqual({ state: 'retry', code: 'ETLSREQUIRED' });
  });

  it('with several addresses is reached by the next when one does not answer', async () => {
    const server = await mailServer();
    closing.push(server.close);
    const mail = found({ 'mail.example.kz': ['127.0.0.9', '127.0.0.1'] });
    expect(await mail.send(LETTER, settings(server.port))).toEqual({ state: 'sent' });
  });

  it('with many silent addresses is not tried for longer than one letter may take', async () => {
    let connections = 0;
    const to = await silent(() => {
      connections += 1;
    });
    const mail = found({ 'mail.example.kz': Array.from({ length: 12 }, () => '127.0.0.1') });
    expect(await mail.send(LETTER, settings(to))).toMatchObject({ state: 'retry' });
    expect(connections).toBeLessThan(12);
  });

  it.each([
    ['[::1]', null],
    ['127.0.0.1', null],
    ['өтініш.қаз', 'xn--m1ajt8cb29f.xn--80ao21a'],
    ['mail.example.kz', 'mail.example.kz'],
  ])('%s is asked of the certificate as %s', async (host, name) => {
    const place = await mailPlace({ host, security: 'tls' }, async () => ['203.0.113.25']);
    expect(place.name).toBe(name);
  });

  it('that does not exist lets the letter wait', async () => {
    const mail = smtpMail({ connect: 500, silence: 500, whole: 1_000 }, async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    });
    expect(await mail.send(LETTER, settings(25))).toEqual({ state: 'retry', code: 'ENOTFOUND' });
  });
});
