/**
 * The command `verify [--database | --export <file>…] [--checkpoints <file>]… [--key <verifier key>]…`:
 * verifies the log against what was signed and published, without the server. Exit code 0 unchanged, 2 changed (prints
 * where), 3 incomplete.
 */
import { hash } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkpointTime, parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { parseVerifierKey, type VerifierKey } from '#domain/audit/note-key.ts';
import { withPublished } from '#domain/audit/published.ts';
import { type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';
import { type Listed, listBeside } from '#server/audit/verify/list-node.ts';
import { type LogPlace, openLog } from '#server/audit/verify/log-place-node.ts';
import { type Published, publishedNotes } from '#server/audit/verify/published-node.ts';
import { linesOfVerdict } from '#server/audit/verify/verify-words.ts';
import { StartFault } from '#server/process/environment.ts';
import type { Given, LocalCommand } from './command.ts';
import { unreadable } from './files.ts';

const TAKES = '[--database | --export <file>] --key <verifier key> [--checkpoints <file>]';
const MORE = `  --database      the database of DATABASE_URL or OTINISH_DATA_DIR (default)
  --export        a file of an export, several of them, or their directory; or the copy of OTINISH_EVENT_COPY: its
                  directory, or its months in one file. A signed list of files beside an export is checked with it
  --part          the export was asked for up to a day: that the log goes on after it is no surprise
  --checkpoints   checkpoints published outside the database; may be given several times
  --key           the log's public keys, as "otinish log-key" prints them; may be given several times

Exit code 0: nothing was changed. 2: the log was changed; the output names the first place. 3: nothing contradicts, but
the log is not complete, and the last line says why. With the embedded database the server must be stopped for the
first form.`;

export const verifyCommand: LocalCommand = {
  name: 'verify',
  takes: TAKES,
  help: 'hold the log against what was signed and published',
  more: MORE,
  run: verify,
};

const EXIT = { verified: 0, tampered: 2, incomplete: 3 } as const satisfies Record<Verdict['state'], number>;

/** @returns the exit code. @throws StartFault for invalid arguments */
async function verify({ args, environment, now, path, say }: Given): Promise<number> {
  const values = argumentsIn(args);
  const [exported, checkpoints] = [values.export.map(path), values.checkpoints.map(path)];
  await readable([...exported, ...checkpoints]);
  const log = await openLog(exported, environment, now());
  try {
    const keys = keysFor(say, log, values.key.flatMap((text) => text.split(/\s+/)).filter(Boolean));
    for (const { name } of keys) say(`Key of ${name}`);
    const list = log.madeAt === null ? null : await listBeside(log.files, keys);
    const confirmed = list !== null && list.faults.length + list.unknown.length === 0;
    const early = confirmed && list.endsEarly;
    const published = await publishedNotes(checkpoints);
    // The signed manifest confirms when the files were made, so checkpoints published later cannot be in them.
    const known = confirmed && !early ? madeBefore(published, log.madeAt) : published;
    const verdict = await verifyLog({
      items: withPublished(log.items(), known, log.start.size),
      start: log.start,
      end: early ? 'listed' : values.part || log.start.size > 0 ? 'part' : 'log',
      keys,
      verify: webVerify,
      ...(log.macOf ? { macOf: log.macOf } : {}),
      sha256: (bytes) => hash('sha256', bytes, 'buffer'),
      onProgress: progressOver(log.size),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    const stray = await log.unsealedInserted();
    const findings = [...verdict.findings, ...(stray ? [stray] : [])];
    const beside = { ...besideOf(list, log), later: published.length - known.length };
    for (const line of linesOfVerdict({ ...verdict, findings }, beside)) say(line);
    if (findings.length + beside.faults.length > 0) return EXIT.tampered;
    return beside.absent.length + beside.unknown.length > 0 ? EXIT.incomplete : EXIT[verdict.state];
  } finally {
    await log.close();
  }
}

async function readable(files: readonly string[]): Promise<void> {
  for (const file of files)
    await access(file, constants.R_OK).catch((error: unknown) => {
      throw unreadable(file, error);
    });
}

function argumentsIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        database: { type: 'boolean', default: false },
        export: { type: 'string', multiple: true, default: [] },
        part: { type: 'boolean', default: false },
        checkpoints: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error), `otinish verify ${TAKES}`);
  }
}

function keysFor(say: Given['say'], log: LogPlace, given: readonly string[]): readonly VerifierKey[] {
  if (given.length > 0) return given.map(keyOf);
  say(
    'No --key was given, so the keys stored with the log are used. Compare them with the keys you were given.',
  );
  if (log.keys.length === 0 && log.files.length > 0)
    throw new StartFault(
      'A copy of the log brings no key along.',
      'Give --key, as otinish log-key prints it.',
    );
  return log.keys.map(keyOf);
}

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key) throw new StartFault(`Not a verifier key: ${text}`, `otinish verify ${TAKES}`);
  return key;
}

/** The checkpoints that are not newer than the files; one without a readable time counts as not newer. */
function madeBefore(published: readonly Published[], madeAt: string | null): readonly Published[] {
  if (madeAt === null) return published;
  return published.filter(({ note }) => {
    const at = checkpointTime(parseCheckpoint(note));
    return at === null || Temporal.Instant.compare(at, madeAt) <= 0;
  });
}

/**
 * Reports absent files only when a directory was given: a person who names single files does not ask for the others.
 */
function besideOf(list: Listed | null, { directory }: LogPlace) {
  const { faults = [], absent = [], unknown = [] } = list ?? {};
  return { faults, absent: directory ? absent : [], unknown };
}

/** Draws a progress bar when stderr is a terminal; prints nothing otherwise. */
function progressOver(size: number): (leaves: number) => void {
  const WIDTH = 40;
  return (leaves) => {
    if (!process.stderr.isTTY) return;
    const share = size > 0 ? Math.min(1, leaves / size) : 1;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r${bar} ${leaves} of ${size}`);
  };
}
