/** Formats the result of a verification as English sentences for the console. Events are numbered from one. */
import type { Finding, FindingCode, Verdict } from '#domain/audit/verify-log.ts';

/** What the command found besides the verdict. */
export type Beside = {
  /** From the signed list of files (see `Listed`). */
  faults: readonly string[];
  absent: readonly string[];
  unknown: readonly string[];
  /** Published checkpoints that were made after the export. */
  later: number;
};

export function linesOfVerdict(
  verdict: Verdict,
  { faults, absent, unknown, later }: Beside,
): readonly string[] {
  const { findings, restores, outside, prunedElsewhere, strays, macs } = verdict;
  const notCompared = [
    ...(outside.before > 0 ? [`${outside.before} are before this part`] : []),
    ...(outside.after > 0 ? [`${outside.after} are after it`] : []),
    ...(outside.otherName > 0
      ? [`${outside.otherName} do not agree and bear a name this part does not know`]
      : []),
    ...(later > 0 ? [`${later} were made after the export`] : []),
  ];
  return [
    ...findings.map((finding) => `CHANGED  ${placeOf(finding)}: ${WORDS[finding.what]}`),
    ...faults.map((fault) => `CHANGED  ${fault}`),
    ...restores.map(
      ({ at, published, here }) =>
        `SET BACK  On ${at} the log was set back from event ${published} to event ${here}: ${
          published > here
            ? `the ${published - here} events published before are not in it`
            : 'what was published before is another history'
        }`,
    ),
    ...strays.map(
      ({ name, count }) =>
        `STRAY  ${count} published ${count === 1 ? 'checkpoint is' : 'checkpoints are'} of another log, ${name}: a second desk wrote to the same file. docs/operations.md, “Checkpoints of another log”`,
    ),
    ...(prunedElsewhere > 0
      ? [`NOT PROVED  ${prunedElsewhere} texts are gone that are accounted for outside this part`]
      : []),
    ...(macs === 'unchecked'
      ? [
          'NOT CHECKED  who wrote the events: their MACs need the key file, and the reasons beside them the database',
        ]
      : []),
    ...(notCompared.length > 0 ? [`NOT COMPARED  published checkpoints: ${notCompared.join(', ')}`] : []),
    ...absent.map((name) => `ABSENT  ${name} is in the signed list of files and was not given`),
    ...unknown.map((path) => `NOT LISTED  ${path} is not in the signed list of files beside it`),
    lastOf(verdict, faults.length > 0),
    ...(findings.length > 0 && findings.every(({ what }) => what === 'truncated')
      ? ['If the file was made before those checkpoints, or asked for up to a day, say so with --part.']
      : []),
  ];
}

function lastOf(verdict: Verdict, faulty: boolean): string {
  const { state, from, size, signed, findings } = verdict;
  const figures = figuresOf(verdict);
  if (findings.length > 0 || faulty) return `The log was changed. ${figures}.`;
  if (state !== 'verified' || !signed)
    return `Not complete. Nothing contradicts, but ${reasonsOf(verdict).join('; ')}. ${figures}.`;
  const time = `signed ${signed.at ?? 'at an unknown time'}`;
  if (from === 0)
    return `Verified to event ${signed.size}, ${time}: nothing was changed, removed or slipped in. ${figures}.`;
  return `Verified events ${from + 1}–${size}, ${time}: none of them was changed or removed, nothing was slipped in. A part of the log: it does not speak of the ${from} events before, nor of any after. ${figures}.`;
}

function figuresOf({ from, size, checkpoints, pruned, prunedElsewhere }: Verdict): string {
  const byPolicy = pruned - prunedElsewhere;
  return `${size - from} events, ${checkpoints} signed checkpoints${byPolicy > 0 ? `, ${byPolicy} bodies pruned by policy` : ''}`;
}

function reasonsOf({
  from,
  size,
  signed,
  pruningWaits,
  prunedElsewhere,
  outside,
  restores,
  strays,
  unnamed,
}: Verdict): string[] {
  return [
    ...(signed?.size === size
      ? []
      : [`no signature covers the end of the log (signed to ${signed?.size ?? from})`]),
    ...(restores.length > 0 ? ['the log was set back and has lost events'] : []),
    ...(strays.length > 0 ? ['checkpoints of another log are among those published'] : []),
    ...(unnamed === null
      ? []
      : [
          `it is signed with the given key under the name ${unnamed}, and only the log before this part can explain that`,
        ]),
    ...(pruningWaits ? ['texts are being pruned or destroyed: verify again'] : []),
    ...(prunedElsewhere > 0 ? ['texts are gone that only the rest of the log can account for'] : []),
    ...(outside.after > 0 ? ['more was published than this part holds'] : []),
    ...(outside.otherName > 0
      ? ['only the log before this part can explain why something else was published under another name']
      : []),
  ];
}

function placeOf({ what, ix, to, ids }: Finding): string {
  if (ids) return ids.length === 1 ? `event ${ids[0]}` : `events ${ids.join(', ')}`;
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
  foreign: 'the server did not write the event: its MAC is missing or wrong',
  time: 'the time is later than the signature over the event, or over a day before that of an event sealed earlier',
  detail: 'the encrypted text beside the event is not the one it was written with',
  signature: 'the signature does not belong to this log',
  checkpoint: 'the checkpoint does not belong here',
  root: 'somewhere here the log differs from what was signed',
  'published-root': 'somewhere here the log differs from what was published',
  truncated: 'signed events are missing from here on',
  'pruned-unlawfully': 'the text is gone and no signed event of pruning accounts for it',
  'unsealed-inserted': 'in the database, and not in the sealed log up to its end',
};
