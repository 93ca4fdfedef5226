/**
 * Keeps sealing while the process serves: seal, sign, publish, once a second and when somebody waits for it. Of several
 * processes one seals at a time; each publishes to its own places what they lack.
 */
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import type { Deps } from '#server/deps.ts';
import { repeat } from '#server/jobs/repeat.ts';
import { projectStep } from './project.ts';
import { type Sealed, sealStep } from './seal.ts';
import { newestShard } from './shard.ts';
import { type LogKey, newestSigned, type SignedCheckpoint, signCommitted } from './sign.ts';
import { unsealedEvents } from './unsealed-events.ts';

/** Something that follows the sealed log at its own pace, a little at each turn. Never throws. */
export type LogCopy = { catchUp(db: Deps['db']): Promise<void> };

/** Somewhere outside the database that only ever grows. */
export type CheckpointSink = {
  /** The newest note it holds of this origin; null when there is none. */
  newest(origin: string): Promise<string | null>;
  append(checkpoints: readonly SignedCheckpoint[]): Promise<void>;
};

export type SealerOptions = {
  key: LogKey;
  sha256: (bytes: Uint8Array) => Uint8Array;
  sinks: readonly CheckpointSink[];
  copies?: readonly LogCopy[];
  /** Ms between two looks; default 1 000. */
  pauseMs?: number;
};

export type Sealer = {
  /** One round now; what it found. */
  round(): Promise<Sealed>;
  stop(): Promise<void>;
};

/** Ms between two publications that no caller waits for, so that an outside file does not grow by one note a second. */
const PUBLISH_MS = 10_000;

/** Ms after which an event that is committed and not sealed is worth an alarm: something holds the horizon back. */
const LATE_MS = 10_000;

export function startSealer(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'log'>,
  options: SealerOptions,
): Sealer {
  const { key, sha256, sinks, copies = [], pauseMs = 1_000 } = options;
  let stopped = false;
  let underWay: Promise<Sealed> | null = null;
  let late = false;
  let unpublished = false;
  let published = Number.NEGATIVE_INFINITY;

  const once = async (asked: boolean): Promise<Sealed> => {
    let sealed: Sealed;
    do {
      sealed = await sealStep({ db: deps.db, now: deps.now(), newId: deps.newId, sha256 });
    } while (!stopped && sealed.state === 'done' && sealed.more);
    await signCommitted(deps.db, key, deps.now());
    if (asked || stopped || deps.now().epochMilliseconds - published >= PUBLISH_MS) await publishAll();
    return sealed;
  };

  /** A full or absent volume delays neither sealing nor a caller that waits for a proof: what it lacks it gets later. */
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

  /** A caller that asks during a round waits for the next one: its event may be later than that round's snapshot. */
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
    const waiting = await oldestUnsealedMs(deps);
    const isLate = waiting > LATE_MS;
    if (isLate && !late)
      deps.log.error({ seconds: Math.round(waiting / 1_000) }, 'events of the log wait to be sealed');
    late = isLate;
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
    stop: async () => {
      stopped = true;
      await stopLoop();
      // What the last calls wrote goes out with its seal.
      await round().catch(() => undefined);
      for (const copy of copies) await copy.catchUp(deps.db);
    },
  };
}

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

/** Age of the oldest event that is committed and not sealed, ms; 0 when there is none. */
async function oldestUnsealedMs({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const { oldest } = await unsealedEvents(db.kysely, { most: 1 });
  return oldest ? now().epochMilliseconds - oldest.epochMilliseconds : 0;
}
