/**
 * The environment of a first installation: an empty PostgreSQL, nginx with TLS as documented, a mail server, the
 * program.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, SUPERUSER, startCluster, stopCluster } from '#tests/db/postgres-cluster.ts';
import { type MailServer, mailServer } from '#tests/server/smtp-server.ts';

export type Stage = {
  /** https://desk.localhost:… */
  url: string;
  mail: MailServer;
  /** The one-time link of the first administrator. */
  firstLink: string;
  /** Posts to the intake as in docs/intake.md, with curl, which verifies the certificate. */
  post: (secret: string, body: object) => Created;
  /** Runs a script that the interface offers for pasting; returns its output. */
  paste: (script: string) => string;
  /** Calls a path with curl; returns status, headers and body in one text. */
  ask: (path: string, ...args: readonly string[]) => string;
  stop: () => Promise<void>;
};

type Created = { reference: string; dueOn: string; actBy: string };

const ROOT = join(import.meta.dirname, '../..');
const NAME = 'desk.localhost';
const SAMPLE_NAME = 'desk.example.kz';

export async function openStage(): Promise<Stage> {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-first-hour-'));
  chmodSync(dir, 0o711); // the users of PostgreSQL and nginx must be able to pass through
  const [plain, secure, inner] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `https://${NAME}:${secure}`;
  const children: ChildProcess[] = [];
  const stop = async () => {
    for (const child of children.toReversed()) await ended(child);
    await mail.close();
    await stopCluster(join(dir, 'cluster'));
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  const mail = await mailServer();
  try {
    const certificate = makeCertificate(dir);
    const [cluster] = await Promise.all([
      startCluster(join(dir, 'cluster')),
      startProxy(dir, { plain, secure, inner }).then((child) => children.push(child)),
    ]);
    await asDocumented(cluster);
    const program = startProgram(dir, {
      PORT: String(inner),
      DATABASE_URL: cluster.url('otinish_app', 'otinish'),
      OTINISH_MIGRATE_URL: cluster.url('otinish_owner', 'otinish'),
      OTINISH_PUBLIC_URL: url,
      OTINISH_TRUSTED_PROXY: '127.0.0.1',
    });
    children.push(program.child);
    await program.said(/is open at/);
    const firstLink = program.firstLink();
    const curl = curlTo(url, certificate);
    return {
      url,
      mail,
      firstLink,
      // Machines of a company trust its own certificate authority; here the test's certificate takes its place.
      paste: (script) =>
        execFileSync('bash', ['--norc', '-euc', script], {
          env: { PATH: process.env.PATH, CURL_CA_BUNDLE: certificate },
          encoding: 'utf8',
        }),
      post: (secret, body) => signedPost(curl, secret, body),
      ask: (path, ...args) => curl('-i', '-H', 'content-type: application/json', ...args, path),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Creates roles and database with the statements of docs/operations.md. */
async function asDocumented(cluster: Cluster): Promise<void> {
  const [, block = ''] = /```sql\n([\s\S]*?)```/.exec(readDocs('operations.md')) ?? [];
  const client = new pg.Client({ connectionString: cluster.url(SUPERUSER, 'postgres') });
  await client.connect();
  for (const statement of block.split(';').filter((text) => text.trim() !== ''))
    await client.query(statement);
  await client.end();
}

/** Starts nginx with the documented sample; only name, ports and paths of the certificate are replaced. */
async function startProxy(
  dir: string,
  { plain, secure, inner }: { plain: number; secure: number; inner: number },
): Promise<ChildProcess> {
  const sixth = Object.values(networkInterfaces()).some((all) =>
    all?.some(({ family }) => family === 'IPv6'),
  );
  const site = readDocs('samples/nginx.conf')
    .replaceAll(SAMPLE_NAME, NAME)
    .replaceAll(/\b(listen\s+(?:\[::\]:)?)80;/g, `$1${plain};`)
    .replaceAll(/\b(listen\s+(?:\[::\]:)?)443 /g, `$1${secure} `)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${inner}`)
    .replaceAll('/etc/ssl/otinish', dir)
    .replaceAll(/^\s*listen\s+\[::\].*$/gm, (line) => (sixth ? line : ''));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const nginx = [
    `pid ${dir}/nginx.pid;`,
    'worker_processes 1;',
    'events {}',
    'http {',
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${dir}/nginx-${name};`),
    site,
    '}',
  ];
  writeFileSync(join(dir, 'nginx.conf'), nginx.join('\n'));
  const args = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;'];
  const child = spawn('/usr/sbin/nginx', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  for (let n = 0; n < 200; n += 1) {
    if (child.exitCode !== null) throw new Error(`nginx: ${said}`);
    const answer = await fetch(`http://127.0.0.1:${plain}/`, { redirect: 'manual' }).catch(() => null);
    if (answer?.status === 301) return child;
    await sleep(25);
  }
  throw new Error(`nginx does not answer: ${said}`);
}

function makeCertificate(dir: string): string {
  const certificate = join(dir, 'fullchain.pem');
  const key = join(dir, 'privkey.pem');
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-days', '2'];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync('openssl', [...kind, '-keyout', key, '-out', certificate, ...subject], { stdio: 'ignore' });
  return certificate;
}

function startProgram(dir: string, own: Record<string, string>) {
  const work = join(dir, 'work');
  mkdirSync(work);
  const child = spawn(process.execPath, [join(ROOT, 'src/server/main.ts')], {
    cwd: work,
    env: { PATH: process.env.PATH, OTINISH_KEY_FILE: join(dir, 'keys/otinish.key'), ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += String(chunk);
    });
  const said = async (what: RegExp): Promise<string> => {
    for (let n = 0; n < 1_200; n += 1) {
      const [found] = what.exec(text) ?? [];
      if (found) return found;
      if (child.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error(`the program did not say ${what}: ${text}`);
  };
  /** As the operator makes it on the server's console. */
  const firstLink = (): string => {
    const env = { PATH: process.env.PATH, OTINISH_KEY_FILE: join(dir, 'keys/otinish.key'), ...own };
    const cli = join(ROOT, 'src/server/cli.ts');
    const made = execFileSync(process.execPath, [cli, 'admin-link'], { cwd: work, env, encoding: 'utf8' });
    return /https:\/\/\S+\/link#\S+/.exec(made)?.[0] ?? '';
  };
  return { child, said, firstLink };
}

type Curl = (...args: readonly string[]) => string;

/** Curl that trusts this certificate and still verifies it. The last argument is a path. */
function curlTo(url: string, certificate: string): Curl {
  const where = ['--cacert', certificate, '--resolve', `${NAME}:${new URL(url).port}:127.0.0.1`];
  return (...args) => {
    const path = args.at(-1) ?? '/';
    return execFileSync('curl', ['-sS', ...where, ...args.slice(0, -1), `${url}${path}`], {
      encoding: 'utf8',
    });
  };
}

/** Posts a delivery signed by the Standard Webhooks specification. */
function signedPost(curl: Curl, secret: string, body: object): Created {
  const id = `form-${randomUUID()}`;
  const at = Math.floor(Date.now() / 1000);
  const data = JSON.stringify(body);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${at}.${data}`).digest('base64');
  const headers = [
    'content-type: application/json',
    `webhook-id: ${id}`,
    `webhook-timestamp: ${at}`,
    `webhook-signature: v1,${signature}`,
  ].flatMap((header) => ['-H', header]);
  return JSON.parse(curl('--fail-with-body', ...headers, '-d', data, '/api/intake/requests')) as Created;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await promise;
  clearTimeout(tooLong);
}

function readDocs(path: string): string {
  return readFileSync(join(ROOT, 'docs', path), 'utf8');
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
