// The root secrets and their text form. Masters wrap subject keys and are rotated. The index secret keys search and
// MACs and is not rotated, because that would mean decrypting every record to index it again.

import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';

export type KeyRing = {
  /** version → 32 bytes; the highest version wraps new keys, older ones unwrap what they wrapped. */
  masters: ReadonlyMap<number, Uint8Array>;
  /** 32 bytes. */
  index: Uint8Array;
};

type RandomBytes = (length: number) => Uint8Array;
type Fingerprint = (bytes: Uint8Array) => string;

const SECRET_BYTES = 32;
const FORMAT = 'otinish-key 1';
const HIGHEST_VERSION = 65_535;

export function newKeyRing(random: RandomBytes): KeyRing {
  return { masters: new Map([[1, random(SECRET_BYTES)]]), index: random(SECRET_BYTES) };
}

export function withNewMaster(ring: KeyRing, random: RandomBytes): KeyRing {
  return { ...ring, masters: new Map([...ring.masters, [currentMaster(ring) + 1, random(SECRET_BYTES)]]) };
}

export function currentMaster(ring: KeyRing): number {
  return Math.max(...ring.masters.keys());
}

/** Each line has a `fingerprint`, which detects mistakes of copying by hand. */
export function printKeyRing(ring: KeyRing, fingerprint: Fingerprint): string {
  const line = (name: string, secret: Uint8Array) => `${name} ${toBase64(secret)} ${fingerprint(secret)}`;
  return [
    '# Otinish master key.',
    '# Every personal record is encrypted with it. Without this file nobody can read them again, neither you nor us;',
    '# whoever has both this file and the database can read them all.',
    '# COPY THIS FILE NOW to a safe place on another machine, apart from the backups of the data.',
    '# Keep it readable by the service alone (chmod 400) and outside the data directory. Do not edit it.',
    FORMAT,
    line('index', ring.index),
    ...[...ring.masters].sort(([a], [b]) => a - b).map(([version, key]) => line(`master ${version}`, key)),
    '',
  ].join('\n');
}

/** Returns the ring, or one clause that says what is wrong with the text; it never quotes the text, which is secret. */
export function parseKeyRing(text: string, fingerprint: Fingerprint): KeyRing | string {
  const masters = new Map<number, Uint8Array>();
  let index: Uint8Array | undefined;
  let formatSeen = false;
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (!formatSeen) {
      if (line !== FORMAT) return `line ${at + 1} is not "${FORMAT}"`;
      formatSeen = true;
      continue;
    }
    const entry = /^(?:index|master ([1-9]\d{0,4})) (\S+) (\S+)$/.exec(line);
    const secret = fromBase64(entry?.[2] ?? '');
    if (!entry || secret?.length !== SECRET_BYTES) return `line ${at + 1} is not a key`;
    if (fingerprint(secret) !== entry[3]) return `line ${at + 1} does not match its checksum`;
    const version = entry[1] === undefined ? null : Number(entry[1]);
    if (version === null) {
      if (index) return `line ${at + 1} repeats the index key`;
      index = secret;
    } else {
      if (masters.has(version) || version > HIGHEST_VERSION) return `line ${at + 1} repeats a version`;
      masters.set(version, secret);
    }
  }
  if (!formatSeen) return 'it is empty';
  if (!index) return 'the index key is missing';
  if (masters.size === 0) return 'no master key is in it';
  return { masters, index };
}
