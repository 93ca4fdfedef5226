import { connect, type Socket } from 'node:net';
import { beforeAll, expect, it } from 'vitest';
import { signWebhook, webhookKey } from '#server/intake/webhook-signature.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { newSite, type Site } from '#tests/server/intake-client.ts';
import { addressRules } from './addresses-node.ts';
import { type Listening, listen } from './listen-node.ts';

const IDLE = 200;

describeEachDatabase('a listening server', (current) => {
  let desk: TestApp;
  let site: Site;
  let server: Listening;
  /** The statuses of the application's answers, whether or not somebody is left to read them. */
  const statuses: number[] = [];

  beforeAll(async () => {
    desk = await testApp(current().db);
    site = await newSite(desk);
    server = await listen(
      { host: '127.0.0.1', port: 0, tls: null },
      {
        api: async (request) => {
          const answer = await desk.app.fetch(request);
          statuses.push(answer.status);
          return answer;
        },
        site: null,
        addresses: addressRules([]),
        callers: new WeakMap<Request, string>(),
      },
    );
    return () => server.stop(0);
  });

  const failures = () => desk.logLines.filter((line) => line.includes('request failed'));

  it('takes a signed delivery while 200 senders hold their bodies back, and then cuts those', async () => {
    statuses.length = 0;
    const held = await Promise.all(Array.from({ length: IDLE }, () => headersOnly(server.port)));
    expect(await delivered()).toBe(201);
    // The first answer of all: none of the others was refused to make room for it.
    expect(statuses[0]).toBe(201);
    const answers = await Promise.all(held.map(({ answer }) => answer));
    expect(new Set(answers.map((text) => text.slice(0, 12)))).toEqual(new Set(['HTTP/1.1 408']));
    expect(failures()).toEqual([]);
  });

  it('does not take an upload that its sender breaks off for an error of its own', async () => {
    statuses.length = 0;
    const { socket } = await headersOnly(server.port);
    socket.write('{"message":"');
    socket.destroy();
    await expect.poll(() => statuses).toEqual([408]);
    expect(failures()).toEqual([]);
  });

  async function delivered(): Promise<number> {
    const body = JSON.stringify({ message: 'Сәлеметсіз бе?' });
    const signed = signWebhook(desk.deps.vault, {
      id: `form-${desk.deps.newId()}`,
      sentAt: desk.deps.now(),
      body: new TextEncoder().encode(body),
      key: webhookKey(site.secret) ?? new Uint8Array(),
    });
    const headers = { 'content-type': 'application/json', ...signed };
    const url = `http://127.0.0.1:${server.port}/api/intake/requests`;
    return (await fetch(url, { method: 'POST', headers, body })).status;
  }
});

/** A delivery whose headers the server has accepted and whose body never comes; `answer` is all that it sends back. */
function headersOnly(port: number): Promise<{ socket: Socket; answer: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const answer = new Promise<string>((end) => socket.once('close', () => end(text)));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += String(chunk);
      if (!text.includes('100 Continue\r\n\r\n')) return;
      text = text.slice(text.indexOf('\r\n\r\n') + 4);
      resolve({ socket, answer });
    });
    socket.write(
      `POST /api/intake/requests HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n`,
    );
  });
}
