import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeyFileError, type KeyFileFault, loadOrCreateKeyFile, rotateKeyFile } from './key-file-node.ts';
import { nodeVault } from './vault-node.ts';

let home: string;
let path: string;
const load = (dataExists = false) =>
  loadOrCreateKeyFile({ path, dataExists, dataDirectory: join(home, 'data') });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'key-file-'));
  path = join(home, 'keys', 'otinish.key');
});

describe('the first start', () => {
  it('makes a key file only its owner can read, and the next start reads the same keys', () => {
    const first = load();
    expect(first.created).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o400);
    const second = load(true);
    expect(second.created).toBe(false);
    expect(nodeVault(second.ring).checkCanary(nodeVault(first.ring).canary())).toBe(true);
  });

  it('leaves no temporary files', () => {
    load();
    expect(readdirSync(join(home, 'keys'))).toEqual(['otinish.key']);
  });

  it('contains the advice to copy it elsewhere', () => {
    load();
    expect(readFileSync(path, 'utf8')).toMatch(/COPY THIS FILE NOW/);
  });

  it('makes one key when several processes start at once', async () => {
    const module = new URL('./key-file-node.ts', import.meta.url).href;
    const script = `import { loadOrCreateKeyFile } from ${JSON.stringify(module)};
      const { ring } = loadOrCreateKeyFile({ path: ${JSON.stringify(path)}, dataExists: false, dataDirectory: null });
      process.stdout.write(Buffer.from(ring.index).toString('hex'));`;
    const starts = Array.from({ length: 4 }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      execFile(process.execPath, ['--input-type=module', '-e', script], (error, out) =>
        error ? reject(error) : resolve(out),
      );
      return promise;
    });
    expect(new Set(await Promise.all(starts)).size).toBe(1);
  });
});

describe('refusals', () => {
  it('never makes a new key for data encrypted with an old one', () => {
    expectRefusal('missing', () => load(true));
    expect(existsSync(path)).toBe(false);
  });

  it('refuses a path inside the data directory, however it is spelt', () => {
    path = join(home, 'data', 'keys', 'otinish.key');
    expectRefusal('inside_data', () => load());
    path = `${home}/keys/../data/otinish.key`;
    expectRefusal('inside_data', () => load());
    mkdirSync(join(home, 'data'));
    symlinkSync(join(home, 'data'), join(home, 'elsewhere'));
    path = join(home, 'elsewhere', 'otinish.key');
    expectRefusal('inside_data', () => load());
    expect(readdirSync(join(home, 'data'))).toEqual([]);
  });

  it('accepts a directory whose name only begins like the data directory', () => {
    path = join(home, 'data-keys', 'otinish.key');
    expect(load().created).toBe(true);
  });

  it.each([0o440, 0o404, 0o644, 0o420])('refuses mode %o', (mode) => {
    load();
    chmodSync(path, mode);
    expectRefusal('readable_by_others', () => load(true));
  });

  it('accepts mode 600, which editors and copies set', () => {
    load();
    chmodSync(path, 0o600);
    expect(load(true).created).toBe(false);
  });

  it('refuses a directory in the place of the file', () => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    expectRefusal('malformed', () => load(true));
  });

  it('reports a directory that cannot be created', () => {
    writeFileSync(join(home, 'keys'), 'a file where the directory should be');
    expectRefusal('unreadable', () => load());
  });

  it.each<readonly [string, (text: string) => string]>([
    ['an empty file', () => ''],
    ['another format', (text) => text.replace('otinish-key 1', 'otinish-key 9')],
    [
      'a changed character',
      (text) => text.replace(/(master 1 )(.)/, (_, head, c) => head + (c === 'A' ? 'B' : 'A')),
    ],
    ['a cut line', (text) => text.slice(0, -20)],
    ['no master', (text) => text.replace(/^master.*$/m, '')],
    ['no index key', (text) => text.replace(/^index.*$/m, '')],
    ['two keys of one version', (text) => text + text.slice(text.indexOf('master'))],
  ])('refuses %s, and leaves the file as it is', (_, damage) => {
    load();
    const damaged = damage(readFileSync(path, 'utf8'));
    chmodSync(path, 0o600);
    writeFileSync(path, damaged);
    const refusal = expectRefusal('malformed', () => load(false));
    expect(readFileSync(path, 'utf8')).toBe(damaged);
    expect(refusal.message).not.toMatch(/[A-Za-z0-9+/]{40}/);
  });
});

it('keeps the old master beside the new one when rotated', () => {
  const before = nodeVault(load().ring);
  const { wrapped, masterVersion } = before.newSubjectKey();
  rotateKeyFile(path);
  const after = nodeVault(load(true).ring);
  expect([after.masterVersion, after.holdsMaster(1)]).toEqual([2, true]);
  expect(() => after.unwrapSubjectKey(wrapped, masterVersion)).not.toThrow();
  expect(statSync(path).mode & 0o777).toBe(0o400);
  expect(readdirSync(join(home, 'keys'))).toEqual(['otinish.key']);
});

function expectRefusal(fault: KeyFileFault, act: () => unknown): KeyFileError {
  try {
    act();
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    expect(error.fault).toBe(fault);
    expect(error.message).not.toContain('\n');
    expect(error.remedy).not.toContain('\n');
    return error;
  }
  throw new Error(`expected the refusal ${fault}`);
}
