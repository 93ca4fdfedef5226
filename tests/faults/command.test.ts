/** The operator's command as it is installed: as the service's account, with its environment, from any directory. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '#server/commands/list.ts';
import { command, type Ended } from './command.ts';
import {
  clearAway,
  kill,
  newPlace,
  type Place,
  type Program,
  preparedPlace,
  startProgram,
} from './program.ts';

const ROOT = join(import.meta.dirname, '../..');

let place: Place;
let program: Program;
beforeAll(async () => {
  place = await preparedPlace();
  program = startProgram(place);
  await program.ready();
});
afterAll(clearAway);

const otinish = (args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  command(args, { ...place.env, ...more });
/** The line of a check: its mark and what it says. */
const checkIn = ({ output }: Ended, name: string) =>
  new RegExp(`^(\\S+) +${name} +(.*)$`, 'm').exec(output)?.slice(1);

describe('otinish', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s --help says what it does and runs nothing', async (name) => {
    const { code, output } = await otinish([name, '--help'], { OTINISH_DATA_DIR: '/nonexistent' });
    expect([code, output]).toEqual([0, expect.stringMatching(new RegExp(`^otinish ${name}`))]);
    expect(output.trim().split('\n').length).toBeGreaterThan(2);
  });

  it('lists every command in one line each, and does not know another', async () => {
    const { output } = await otinish([]);
    for (const { name, help } of COMMANDS) expect(output).toContain(`${name.padEnd(14)} ${help}`);
    expect((await otinish(['dr'])).code).toBe(64);
  });

  it.each([
    ['verify', '--checkpoints', 'none'],
    ['verify', '--export', 'none'],
    ['restore', 'none'],
  ])('%s says that a file is not there, in the directory where the operator stands', async (...args) => {
    const { code, output } = await otinish(args, { npm_lifecycle_event: 'otinish', INIT_CWD: place.dir });
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`${place.dir}/none cannot be read: there is no such file.`),
    ]);
  });

  it('writes an export where the operator stands', async () => {
    const { code, output } = await otinish(['export-log', 'log.jsonl'], { OTINISH_FROM: place.dir });
    expect([code, output]).toEqual([0, expect.stringContaining(join(place.dir, 'log.jsonl'))]);
    expect(readdirSync(place.dir)).toContain('log.jsonl');
  });
});

describe('doctor', () => {
  it('finds nothing at fault in a desk that runs, and names what deserves a look', async () => {
    const found = await otinish(['doctor']);
    expect([found.code, found.output]).toEqual([0, expect.stringContaining('Nothing is at fault.')]);
    expect(checkIn(found, 'server')).toEqual(['ok', `answers at ${program.base}`]);
    expect(checkIn(found, 'key file')).toEqual(['ok', `${place.keyFile}, mode 400`]);
    expect(checkIn(found, 'database')).toEqual(['ok', 'pglite, schema current']);
    expect(checkIn(found, 'mail')?.[0]).toBe('LOOK');
    expect(checkIn(found, 'last backup')?.[0]).toBe('LOOK');
    for (const name of ['version', 'environment', 'key', 'clock', 'log', 'calendar', 'checkpoints', 'people'])
      expect(checkIn(found, name), name).toBeDefined();
  });

  it.each<[string, NodeJS.ProcessEnv, string, RegExp]>([
    ['a misspelt variable', { OTINISH_CHECKPOINT: '/x' }, 'environment', /is OTINISH_CHECKPOINTS meant\?/],
    ['a missing second copy', { OTINISH_EVENT_COPY: '/nonexistent' }, 'second copy', /does not exist/],
    ['a missing key file', { OTINISH_KEY_FILE: '/nonexistent/key' }, 'key file', /is not there/],
    ['another data directory', { OTINISH_DATA_DIR: '/tmp/no-desk' }, 'database', /There is no desk in/],
  ])('finds %s and exits with 1', async (_what, more, name, says) => {
    const found = await otinish(['doctor'], more);
    expect(found.code).toBe(1);
    expect(checkIn(found, name)).toEqual(['FAULT', expect.stringMatching(says)]);
  });
});

it('status says in a few lines what runs here, and exits with 1 when nothing does', async () => {
  const { code, output } = await otinish(['status']);
  expect(code).toBe(0);
  expect(output).toMatch(/^Server {4}ready at http:\/\/127\.0\.0\.1:\d+$/m);
  expect(output).toMatch(/^Log {7}\d+ events, sealed to \d+, signed \d{4}-/m);
  const elsewhere = await newPlace();
  const none = await command(['status'], { ...place.env, PORT: String(elsewhere.port) });
  expect([none.code, none.output]).toEqual([1, expect.stringContaining('does not run')]);
});

describe.runIf(process.getuid?.() === 0)('the wrapper of docs/samples', () => {
  const ACCOUNT = 'nobody';
  const id = Number(execFileSync('id', ['-u', ACCOUNT], { encoding: 'utf8' }));
  let installed: Place;
  let wrapper: string;
  beforeAll(async () => {
    await kill(program);
    installed = await newPlace();
    const environment = join(installed.dir, 'environment');
    wrapper = join(installed.dir, 'otinish');
    const { dataDir, keyFile, port } = installed;
    writeFileSync(
      environment,
      `# a comment\nPORT=${port}\n\nOTINISH_DATA_DIR="${dataDir}"\nOTINISH_KEY_FILE=${keyFile}\nOTINISH_PUBLIC_URL=http://localhost:${port}\nUNUSED=a$(touch ${installed.dir}/ran)&b`,
    );
    chmodSync(environment, 0o640);
    const sample = readFileSync(join(ROOT, 'docs/samples/otinish-command'), 'utf8')
      .replace(/^APP=.*$/m, `APP=${ROOT}`)
      .replace(/^ACCOUNT=.*$/m, `ACCOUNT=${ACCOUNT}`)
      .replace(/^ENVIRONMENT=.*$/m, `ENVIRONMENT=${environment}`);
    writeFileSync(wrapper, sample, { mode: 0o755 });
    mkdirSync(join(installed.dir, 'stands'));
    for (const path of [installed.dir, join(installed.dir, 'stands')]) chownSync(path, id, id);
    // Another account must be able to start the wrapper in order to be refused by it.
    chmodSync(installed.dir, 0o755);
  });

  const run = (args: readonly string[], through: readonly string[] = []) => {
    const [file = '', ...rest] = [...through, wrapper, ...args];
    const done = spawnSync(file, rest, {
      cwd: join(installed.dir, 'stands'),
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    return { code: done.status, output: `${done.stdout}${done.stderr}` };
  };

  it('runs as the account, with the environment taken literally, from where the operator stands', async () => {
    // setpriv becomes the program, so that ending it ends the server; runuser would stay its parent.
    const server = startProgram(installed, ['setpriv', '--reuid', ACCOUNT, '--clear-groups', '--']);
    await server.ready();
    const status = run(['status']);
    expect([status.code, status.output]).toEqual([
      0,
      expect.stringContaining(`Opened at http://localhost:${installed.port}`),
    ]);
    expect(run(['export-log', 'log.jsonl'])).toMatchObject({ code: 0 });
    const stat = execFileSync('stat', ['-c', '%U', join(installed.dir, 'stands/log.jsonl')], {
      encoding: 'utf8',
    });
    expect(stat.trim()).toBe(ACCOUNT);
    expect(readdirSync(installed.dir)).not.toContain('ran');
    await kill(server);
  });

  it('tells another account to use root or the service’s account', () => {
    const other = run(['status'], ['runuser', '-u', 'daemon', '--']);
    expect([other.code, other.output]).toEqual([1, expect.stringMatching(/as root or as nobody/)]);
  });
});
