// The file of the master key: created at the first start and read at every later one. It is never created anew while
// data exists that was encrypted with a lost one.

import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type KeyRing, newKeyRing, parseKeyRing, printKeyRing, withNewMaster } from './key-ring.ts';

export type KeyFileFault =
  | 'missing'
  | 'inside_data'
  | 'readable_by_others'
  | 'malformed'
  | 'unreadable'
  | 'unwritable';

/** `message` is the cause and `remedy` what to do, one line each, for the operator's console. */
export class KeyFileError extends Error {
  readonly fault: KeyFileFault;
  readonly remedy: string;
  constructor(fault: KeyFileFault, message: string, remedy: string) {
    super(message);
    this.name = 'KeyFileError';
    this.fault = fault;
    this.remedy = remedy;
  }
}

export type KeyFileOptions = {
  path: string;
  /** True when the database contains encrypted data; then a missing key file is an error and not a first start. */
  dataExists: boolean;
  /** The directory of the embedded database; null with a database server. */
  dataDirectory: string | null;
};

/** Reads the key file, or creates it at the first start. @throws KeyFileError, having changed nothing on disk */
export function loadOrCreateKeyFile(options: KeyFileOptions): {
  ring: KeyRing;
  path: string;
  created: boolean;
} {
  const path = resolve(options.path);
  refuseInside(path, options.dataDirectory);
  const found = readKeyFile(path);
  if (found) return { ring: found, path, created: false };
  if (options.dataExists) {
    throw new KeyFileError(
      'missing',
      `The data was encrypted with a key, and its file ${path} is not there.`,
      'Put the copy of the key file back at this path (mode 400) and start again; a new key could not decrypt the data.',
    );
  }
  const created = writing(path, () =>
    createExclusively(path, printKeyRing(newKeyRing(randomBytes), fingerprint)),
  );
  const ring = readKeyFile(path); // reads the file back, because another process may have created it first
  if (!ring) throw unreadable(path, 'it disappeared after it was written');
  return { ring, path, created };
}

/** Reads a key file that must be there, and its mode. @throws KeyFileError */
export function loadKeyFile(options: Pick<KeyFileOptions, 'path' | 'dataDirectory'>): {
  ring: KeyRing;
  path: string;
  mode: number;
} {
  const { ring, path } = loadOrCreateKeyFile({ ...options, dataExists: true });
  return { ring, path, mode: statSync(path).mode & 0o777 };
}

/** Adds a master version and returns the new ring; old versions stay in the file until all keys are re-wrapped. */
export function rotateKeyFile(path: string): KeyRing {
  const ring = readKeyFile(resolve(path));
  if (!ring) throw unreadable(path, 'it is not there');
  const rotated = withNewMaster(ring, randomBytes);
  writing(path, () => {
    renameSync(writeBeside(resolve(path), printKeyRing(rotated, fingerprint)), resolve(path));
    syncDirectory(dirname(resolve(path)));
  });
  return rotated;
}

function readKeyFile(path: string): KeyRing | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unreadable(path, String(codeOf(error)));
  }
  try {
    const { mode, size } = fstatSync(file);
    if ((mode & 0o170000) !== 0o100000 || size > 65_536)
      throw malformed(path, 'it is not a small regular file');
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError(
        'readable_by_others',
        `The key file ${path} is open to other users of this machine (mode ${(mode & 0o777).toString(8)}).`,
        `Run: chmod 400 ${path}`,
      );
    }
    const ring = parseKeyRing(readFileSync(file, 'utf8'), fingerprint);
    if (typeof ring === 'string') throw malformed(path, ring);
    return ring;
  } finally {
    closeSync(file);
  }
}

// A backup or a stolen copy of the data directory must not contain the key.
function refuseInside(path: string, dataDirectory: string | null): void {
  if (dataDirectory === null) return;
  const inside = (child: string, parent: string) =>
    !/^\.\.([\\/]|$)|^([A-Za-z]:|[\\/])/.test(relative(parent, child));
  if (!inside(path, resolve(dataDirectory)) && !inside(real(path), real(resolve(dataDirectory)))) return;
  throw new KeyFileError(
    'inside_data',
    `The key file ${path} is inside the data directory ${resolve(dataDirectory)}.`,
    'Keep it elsewhere and point OTINISH_KEY_FILE there, so that no copy of the data carries its key.',
  );
}

/** Resolves symbolic links in the part of the path that exists. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(real(parent), basename(path));
  }
}

// Writes and syncs the file under another name, then links it: a crash leaves no key file or a complete one, and link
// does not replace an existing file, like O_EXCL. Returns false when another process was first.
function createExclusively(path: string, content: string): boolean {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = writeBeside(path, content);
  try {
    linkSync(fresh, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(String(codeOf(error)))) throw error;
    writeNew(path, content); // a file system without hard links
    return true;
  } finally {
    unlinkSync(fresh);
    syncDirectory(dirname(path));
  }
}

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new KeyFileError(
      'unwritable',
      `The key file ${path} cannot be written: ${String(codeOf(error))}.`,
      'Give the account that runs the service a writable directory for it, or name another with OTINISH_KEY_FILE.',
    );
  }
}

function writeBeside(path: string, content: string): string {
  const fresh = `${path}.${randomBytes(6).toString('hex')}.new`;
  writeNew(fresh, content);
  return fresh;
}

function writeNew(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o400);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return; // Windows cannot open a directory
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const fingerprint = (secret: Uint8Array) => createHash('sha256').update(secret).digest('hex').slice(0, 8);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error);

const malformed = (path: string, what: string) =>
  new KeyFileError(
    'malformed',
    `The key file ${path} is damaged: ${what}.`,
    'Put the copy of the key file back at this path (mode 400) and start again.',
  );

const unreadable = (path: string, what: string) =>
  new KeyFileError(
    'unreadable',
    `The key file ${path} cannot be read: ${what}.`,
    'Make it readable by the account that runs the service (owner, mode 400), or name another with OTINISH_KEY_FILE.',
  );
