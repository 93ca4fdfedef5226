/**
 * `npm run verify -- [--database | --export <file>] [--checkpoints <file>]… [--key <verifier key>]…`: holds the log against
 * what was signed and published, without the server. Exit 0 nothing was changed · 2 changed (says where) · 3 not complete.
 */
import { hash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { parseVerifierKey, type VerifierKey } from '#domain/audit/note-key.ts';
import { withPublished } from '#domain/audit/published.ts';
import { type Finding, type FindingCode, type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { type Environment, StartFault } from '../environment.ts';
import { openLog } from './log-place-node.ts';
import { publishedNotes } from './published-node.ts';
import { webVerify } from './web-verify.ts';

const USAGE = `npm run verify -- [--database | --export <file>] --key <verifier key> [--checkpoints <file>]

  --database      the database of DATABASE_URL or OTINISH_DATA_DIR (default)
  --export        a file made by "export-log", or the copy of OTINISH_EVENT_COPY: its directory, or its months in one file
  --checkpoints   checkpoints published outside the database; may be given several times
  --key           the log's public key, as "npm run otinish -- log-key" prints it; may be given several times`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const EXIT = { verified: 0, tampered: 2, incomplete: 3 } as const satisfies Record<Verdict['state'], number>;

/** @returns the exit code. @throws StartFault for arguments that make no sense */
export async function verifyCommand(
  args: readonly string[],
  environment: Environment,
  now: Temporal.Instant,
): Promise<number> {
  const values = argumentsIn(args);
  const log = await openLog(values.export ?? null, environment, now);
  try {
    const given = values.key.map(keyOf);
    if (given.length === 0)
      say(
        'No --key was given: the keys that come with the log are believed. Compare them with those you were told.',
      );
    const keys = given.length > 0 ? given : log.keys.map(keyOf);
    if (keys.length === 0 && values.export !== undefined)
      throw new StartFault(
        'A copy of the log brings no key along.',
        'Give --key, as "npm run otinish -- log-key" prints it.',
      );
    for (const { name } of keys) say(`Key of ${name}`);
    const verdict = await verifyLog({
      items: withPublished(log.items(), await publishedNotes(values.checkpoints)),
      keys,
      verify: webVerify,
      sha256: (bytes) => hash('sha256', bytes, 'buffer'),
      onProgress: progressOver(log.size),
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    const stray = await log.unsealedInserted();
    const findings: Finding[] = [...verdict.findings, ...(stray ? [stray] : [])];
    print({ ...verdict, findings });
    return findings.length > 0 ? EXIT.tampered : EXIT[verdict.state];
  } finally {
    await log.close();
  }
}

function argumentsIn(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        database: { type: 'boolean', default: false },
        export: { type: 'string' },
        checkpoints: { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
      },
    }).values;
  } catch (error) {
    throw new StartFault(error instanceof Error ? error.message : String(error), USAGE);
  }
}

function print({ state, size, signed, pruned, checkpoints, findings }: Verdict): void {
  for (const finding of findings) say(`CHANGED  ${placeOf(finding)}: ${WORDS[finding.what]}`);
  const figures = `${size} events, ${checkpoints} signed checkpoints${pruned > 0 ? `, ${pruned} bodies pruned by policy` : ''}`;
  if (findings.length > 0) say(`The log was changed. ${figures}.`);
  else if (state === 'verified' && signed)
    say(
      `Verified to event ${signed.size}, signed ${signed.at ?? 'at an unknown time'}: nothing was changed, removed or slipped in. ${figures}.`,
    );
  else
    say(
      `Nothing contradicts, but no signature covers the end of the log (signed to ${signed?.size ?? 0}). ${figures}.`,
    );
}

/** People count from one. */
function placeOf({ what, ix, to }: Finding): string {
  if (what === 'signature' || what === 'checkpoint') return `checkpoint over ${to} events`;
  return to === undefined || to === ix + 1 ? `event ${ix + 1}` : `events ${ix + 1}–${to}`;
}

const WORDS: Record<FindingCode, string> = {
  gap: 'places in the log are missing',
  part: 'the file does not go on where the one before it ended',
  'event-missing': 'the event is gone',
  body: 'the text is not the one that was sealed',
  columns: 'the columns it is found by say something else than its text',
  mentions: 'what a list showed was recorded differently from its text',
  'not-an-event': 'the text is no event',
  signature: 'the signature does not belong to this log',
  checkpoint: 'the checkpoint does not belong here',
  root: 'somewhere here the log differs from what was signed',
  'published-root': 'somewhere here the log differs from what was published',
  truncated: 'signed events are missing from here on',
  'pruned-unlawfully': 'the text is gone and no signed event of pruning accounts for it',
  'unsealed-inserted': 'an event stands before the end of the sealed log without being in it',
};

function keyOf(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key) throw new StartFault(`Not a verifier key: ${text}`, USAGE);
  return key;
}

/** A bar where somebody watches, a line now and then where not. */
function progressOver(size: number): (leaves: number) => void {
  const WIDTH = 40;
  return (leaves) => {
    if (!process.stderr.isTTY) return;
    const share = size > 0 ? Math.min(1, leaves / size) : 1;
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r${bar} ${leaves} of ${size}`);
  };
}
