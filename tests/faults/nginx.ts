/** Runs nginx with the documented sample in front of two processes, on its own ports, with a certificate of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SAMPLE = join(import.meta.dirname, '../../docs/samples/nginx.conf');
const NAME = 'localhost';

export type Nginx = {
  /** `https://localhost:<port>` */
  base: string;
  /** The certificate that it serves, PEM. */
  certificate(): string;
  /** Replaces the certificate's files by new ones, as a renewal does. */
  renew(): void;
  /** `nginx -s reload` */
  reload(): void;
  /** The lines of its error log. */
  errors(): string;
  stop(): Promise<void>;
};

export type Ports = { plain: number; secure: number; processes: readonly [number, number] };

/** Returns once it listens. @throws with its error log when it does not start */
export async function startNginx(dir: string, ports: Ports): Promise<Nginx> {
  mkdirSync(dir, { recursive: true });
  const config = join(dir, 'nginx.conf');
  const errors = join(dir, 'error.log');
  writeFileSync(config, mainConfig(dir, sample(dir, ports)));
  const renew = () => makeCertificate(dir);
  renew();
  const run = (...args: string[]) => ['-c', config, '-p', dir, '-e', errors, ...args];
  const child = spawn('/usr/sbin/nginx', run(), { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(child, ports.secure, () => readFileSync(errors, 'utf8'));
  return {
    base: `https://${NAME}:${ports.secure}`,
    certificate: () => readFileSync(join(dir, 'fullchain.pem'), 'utf8'),
    renew,
    reload: () => void execFileSync('/usr/sbin/nginx', run('-s', 'reload')),
    errors: () => readFileSync(errors, 'utf8'),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The sample as it is documented, with the second process, and names, ports and files of the test. */
function sample(dir: string, { plain, secure, processes }: Ports): string {
  const replaced = [
    [/^ *listen \[::\].*\n/gm, ''],
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${secure} ssl http2;`],
    [/desk\.example\.kz/g, NAME],
    [/\/etc\/ssl\/otinish/g, dir],
    [/server 127\.0\.0\.1:8080/, `server 127.0.0.1:${processes[0]}`],
    [/#server 127\.0\.0\.1:8081/, `server 127.0.0.1:${processes[1]}`],
  ] as const;
  return replaced.reduce(
    (text, [what, by]) => {
      if (!what.test(text)) throw new Error(`the sample has no ${what}`);
      return text.replace(what, by);
    },
    readFileSync(SAMPLE, 'utf8'),
  );
}

function mainConfig(dir: string, site: string): string {
  const isRoot = process.getuid?.() === 0;
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${dir}/${kind};`,
  );
  return `${isRoot ? 'user root;' : ''}
daemon off; worker_processes 2; pid ${dir}/nginx.pid;
events { worker_connections 512; }
http { access_log off; ${places.join(' ')}
${site} }`;
}

function makeCertificate(dir: string): void {
  const [key, certificate] = [join(dir, 'privkey.pem'), join(dir, 'fullchain.pem')];
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
}

async function listening(child: ChildProcess, port: number, errors: () => string): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${errors()}`);
    const open = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (open) return;
    await sleep(50);
  }
  throw new Error(`nginx does not listen: ${errors()}`);
}
