/**
 * `node tests/bench/intake-flood.ts [--seconds=20]`: signed deliveries on the embedded database while 200
 * senders hold their bodies back and 1 000 unsigned deliveries a second arrive, all without a proxy. Prints how many
 * signed ones were lost and their p95. Exits 1 when one is lost, the p95 is above 500 ms, or the flood was not sent.
 */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deliver, openDesk } from '#tests/faults/client.ts';
import { clearAway, firstLink, newPlace, startProgram, timed } from '#tests/faults/program.ts';
import { say } from './report.ts';

const { values: given } = parseArgs({ options: { seconds: { type: 'string', default: '20' } } });
const SECONDS = Number(given.seconds);
const IDLE = 200;
const UNSIGNED_PER_SECOND = 1_000;
const SIGNED_PER_SECOND = 5;
const MOST_P95_MS = 500;
/** The flood is sent in slices, so that it arrives spread over the second. */
const SLICES_PER_SECOND = 50;
/** Of the flood meant, the share that must have been answered for the figure to stand. */
const LEAST_SENT = 0.9;

const statuses = new Map<number, number>();
const signed: { status: number | null; ms: number }[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 300 });

try {
  const program = startProgram(await newPlace());
  await program.ready();
  const desk = await openDesk(program.base, await firstLink(program), 6);
  const { port } = new URL(program.base);
  let isOver = false;
  const idle = Array.from({ length: IDLE }, () => holdBack(Number(port), () => isOver));
  const pending: Promise<void>[] = [];
  const started = performance.now();
  const slices = SECONDS * SLICES_PER_SECOND;
  for (let slice = 0; slice < slices; slice += 1) {
    for (let n = 0; n < UNSIGNED_PER_SECOND / SLICES_PER_SECOND; n += 1) pending.push(unsigned(program.base));
    if (slice % (SLICES_PER_SECOND / SIGNED_PER_SECOND) === 0)
      pending.push(legitimate(program.base, desk.secrets[slice % desk.secrets.length] ?? ''));
    await sleep(Math.max(0, started + (1000 / SLICES_PER_SECOND) * (slice + 1) - performance.now()));
  }
  const sentMs = performance.now() - started;
  await Promise.all(pending);
  isOver = true;
  await Promise.all(idle);
  judge(sentMs);
} finally {
  agent.destroy();
  await clearAway();
}

function judge(sentMs: number): void {
  const lost = signed.filter(({ status }) => status !== 201).length;
  const ms = signed.map((each) => each.ms).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(ms[Math.min(ms.length - 1, Math.floor(ms.length * share))] ?? NaN);
  const answered = [...statuses].filter(([status]) => status > 0).reduce((sum, [, n]) => sum + n, 0);
  const perSecond = Math.round((answered / sentMs) * 1000);
  say(`unsigned: ${perSecond}/s answered (${[...statuses].map(([code, n]) => `${code}: ${n}`).join(', ')})`);
  say(`signed: ${signed.length} sent, ${lost} lost; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms of ${MOST_P95_MS}`);
  const holds = lost === 0 && at(0.95) <= MOST_P95_MS && perSecond >= UNSIGNED_PER_SECOND * LEAST_SENT;
  process.exitCode = holds ? 0 : 1;
}

async function legitimate(base: string, secret: string): Promise<void> {
  const { result, ms } = await timed(() =>
    deliver(base, secret, { message: 'Тапсырысым қайда?' }).catch(() => null),
  );
  signed.push({ status: result?.status ?? null, ms });
}

/** A delivery with a signature that is well-formed and wrong. */
function unsigned(base: string): Promise<void> {
  const body = '{"message":"flood"}';
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    'webhook-id': randomUUID(),
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': `v1,${Buffer.alloc(32, 7).toString('base64')}`,
  };
  return new Promise((resolve) => {
    const done = (status: number) => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      resolve();
    };
    const call = request(`${base}/api/intake/requests`, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.once('close', () => done(answer.statusCode ?? 0));
    });
    call.once('error', () => done(0));
    call.end(body);
  });
}

/** Opens a socket that sends the headers of a delivery and no body, again whenever it is cut. */
async function holdBack(port: number, isOver: () => boolean): Promise<void> {
  while (!isOver())
    await new Promise<void>((closed) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.once('close', () => closed());
      socket.resume();
      socket.write(
        `POST /api/intake/requests HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n`,
      );
    });
}
