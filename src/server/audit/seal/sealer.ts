/**
 * Seals, signs and publishes while the process serves: once a second, and whenever a caller waits for a proof. Of
 * several processes one seals at a time; each publishes to its own sinks the checkpoints they lack.
 */
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import type { Deps } from '#server/deps.ts';
import { repeat } from '#server/jobs/repeat.ts';
import { eventAhead } from './clock-check.ts';
import { projectStep } from './project.ts';
import { type Sealed, sealStep } from './seal.ts';
import { sealingAlarms } from './sealing-alarms.ts';
import { newestShard } from './shard.ts';
import { type LogKey, newestSigned, type SignedCheckpoint, signCommitted } from './sign.ts';
import { unsealedEvents } from './unsealed-events.ts';

/** A copy that follows the sealed log and catches up a little at each call. Never throws. */
export type LogCopy = { catchUp(db: Deps['db']): Promise<void> };

type SealingState = 'sealing' | 'clock_behind';

/** An append-only place outside the database. */
export type CheckpointSink = {
  /** Returns the newest note it holds of this origin; null when there is none. */
  newest(origin: string): Promise<string | null>;
  append(checkpoints: readonly SignedCheckpoint[]): Promise<void>;
};

export type SealerOptions = {
  key: LogKey;
  sha256: (bytes: Uint8Array) => Uint8Array;
  sinks: readonly CheckpointSink[];
  copies?: readonly LogCopy[];
  /** Ms between two rounds; default 1 000. */
  pauseMs?: number;
};

export type Sealer = {
  /** `clock_behind`: the clock precedes the newest event, so nothing is sealed. */
  state(): SealingState;
  /** False while checkpoints cannot be written to their place outside the database. */
  publishes(): boolean;
  /** Runs one round now and returns its result. */
  round(): Promise<Sealed>;
  stop(): Promise<void>;
};

/** Ms between two publications when no caller waits, so that the file outside does not grow by one note a second. */
const PUBLISH_MS = 10_000;

/** Starts the loop. `stop` seals and publishes once more before it resolves. */
export function startSealer(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'vault' | 'log'>,
  options: SealerOptions,
): Sealer {
  const { key, sha256, sinks, copies = [], pauseMs = 1_000 } = options;
  let stopped = false;
  let underWay: Promise<Sealed> | null = null;
  const alarms = sealingAlarms(deps.log);
  let unpublished = false;
  let state: SealingState = 'sealing';
  let published = Number.NEGATIVE_INFINITY;

  /** Warns once when the clock begins to precede the log, and says once when it no longer does. */
  const clockFits = async (): Promise<boolean> => {
    const ahead = await eventAhead(deps.db.kysely, deps);
    if (ahead && state === 'sealing')
      deps.log.error(
        { newest: ahead.toString(), now: deps.now().toString() },
        'the clock precedes the newest event of the log, nothing is sealed: set the clock, or see docs/operations.md, The clock',
      );
    if (!ahead && state !== 'sealing') deps.log.info({}, 'the clock fits the log again, sealing goes on');
    state = ahead ? 'clock_behind' : 'sealing';
    return ahead === null;
  };

  const once = async (asked: boolean): Promise<Sealed> => {
    if (!(await clockFits())) return { state: 'busy' };
    let sealed: Sealed;
    do {
      sealed = await sealStep({ db: deps.db, now: deps.now(), newId: deps.newId, vault: deps.vault, sha256 });
    } while (!stopped && sealed.state === 'done' && sealed.more);
    const { refused } = await signCommitted(deps.db, key, deps.now());
    alarms.round(sealed, refused);
    if (asked || stopped || deps.now().epochMilliseconds - published >= PUBLISH_MS) await publishAll();
    return sealed;
  };

  /**
   * A full or missing volume must delay neither sealing nor a caller that waits for a proof; a later round publishes
   * again.
   */
  const publishAll = async (): Promise<void> => {
    try {
      for (const sink of sinks) if (await publish(deps, sink)) published = deps.now().epochMilliseconds;
      unpublished = false;
    } catch (error) {
      if (!unpublished)
        deps.log.error({ error: String(error) }, 'checkpoints cannot be published, it goes on trying');
      unpublished = true;
    }
  };

  /**
   * A call during a round waits for the next round, because its event may be later than the running round's snapshot.
   */
  const round = async (asked = true): Promise<Sealed> => {
    while (underWay) await underWay.catch(() => undefined);
    underWay = once(asked);
    try {
      return await underWay;
    } finally {
      underWay = null;
    }
  };

  const watch = async (): Promise<void> => {
    alarms.waiting(await oldestUnsealedMs(deps));
  };

  const stopLoop = repeat({
    pauseMs,
    onFailing: (error) => deps.log.error({ error }, 'sealing the log failed, it goes on trying'),
    run: async () => {
      await round(false);
      while (!stopped && (await projectStep(deps.db)));
      for (const copy of copies) await copy.catchUp(deps.db);
      await watch();
    },
  });
  return {
    round,
    state: () => state,
    publishes: () => !unpublished,
    stop: async () => {
      stopped = true;
      await stopLoop();
      // Seals what the last calls wrote before the process ends.
      await round().catch(() => undefined);
      for (const copy of copies) await copy.catchUp(deps.db);
    },
  };
}

/** Appends the newest signed checkpoint if the sink lacks it; returns whether it did. */
async function publish({ db }: Pick<Deps, 'db'>, sink: CheckpointSink): Promise<boolean> {
  const shard = await newestShard(db.kysely);
  if (!shard) return false;
  const newest = await sink.newest(shard.origin);
  const lacking = await newestSigned(
    db.kysely,
    newest === null ? shard.firstIx : parseCheckpoint(newest).size,
  );
  if (lacking) await sink.append([lacking]);
  return lacking !== null;
}

/** Age in ms of the oldest committed event that is not sealed; 0 when there is none. */
async function oldestUnsealedMs({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const { oldest } = await unsealedEvents(db.kysely, { most: 1 });
  return oldest ? now().epochMilliseconds - oldest.epochMilliseconds : 0;
}
