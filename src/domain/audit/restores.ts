/**
 * Restores of an older backup, as the log itself records them: a sealed `log.restored` event under the new shard's
 * name. It explains only lost checkpoints of the old name that are beyond the restored size, within what had been
 * published by then, and older than the event.
 */
import { AUDIT_EVENTS } from './events.ts';
import { isCount } from './merkle.ts';

export type Restore = {
  /** Leaf index of the `log.restored` event. */
  ix: number;
  /** Instant of the event. */
  at: string;
  /** Number of events under the largest checkpoint published before the restore. */
  published: number;
  /** Number of events that the restored backup contained. */
  here: number;
};

export type RestoreCheck = {
  /** Takes a body that matches its leaf; a few are restore events. */
  text(ix: number, body: string): void;
  /** Takes a checkpoint that fits the tree. Returns false if a restore before it had already ended its name. */
  fits(size: number, origin: string): boolean;
  /** Whether a published checkpoint is one that a proved restore lost. */
  lost(checkpoint: { origin: string; size: number; at: string | null }): boolean;
  /** Whether a signature or a restore event of the log contains this name. */
  names(origin: string): boolean;
  /** The restores covered by a signature of a new name. */
  proved(): readonly Restore[];
  /** The names that signed the log, in its order, each with the first and the last size that it signed. */
  signedAs(): readonly SignedAs[];
  /** The changes of name that no restore accounts for, each with the last size before it and the first after it. */
  renamed(): readonly { before: number; after: number }[];
};

type SignedAs = { origin: string; first: number; last: number };

type Told = Restore & { origin: string | null; state: 'unsigned' | 'proved' | 'refuted' };

export function restoreCheck(): RestoreCheck {
  const told: Told[] = [];
  const names: SignedAs[] = [];
  const nameAt = (size: number) => names.findLast(({ first }) => first <= size)?.origin ?? null;
  return {
    text: (ix, body) => {
      const said = restoreOfBody(body);
      // A restore cannot have kept more events than the log has before it.
      if (!said || said.here > ix) return;
      const { origin, ...restore } = said;
      const known = nameAt(said.here);
      const agrees = origin === null || known === null || origin === known;
      told.push({ ix, ...restore, origin: origin ?? known, state: agrees ? 'unsigned' : 'refuted' });
    },
    fits: (size, origin) => {
      // A restore opens a new shard. If the first signature over the event has the old name, the event is not genuine.
      for (const one of told)
        if (one.state === 'unsigned' && one.ix < size)
          one.state = one.origin === null || one.origin === origin ? 'refuted' : 'proved';
      if (told.some((one) => one.state === 'proved' && one.origin === origin && one.ix < size)) return false;
      const last = names.at(-1);
      if (last?.origin === origin) last.last = size;
      else names.push({ origin, first: size, last: size });
      return true;
    },
    lost: ({ origin, size, at }) =>
      told.some(
        (one) =>
          one.state === 'proved' &&
          one.origin === origin &&
          one.here < size &&
          size <= one.published &&
          at !== null &&
          Temporal.Instant.compare(at, one.at) <= 0,
      ),
    names: (origin) =>
      names.some((name) => name.origin === origin) || told.some((one) => one.origin === origin),
    proved: () =>
      told
        .filter(({ state }) => state === 'proved')
        .map(({ ix, at, published, here }) => ({ ix, at, published, here })),
    signedAs: () => names,
    renamed: () =>
      names.flatMap(({ first }, at) => {
        const former = names[at - 1];
        const known =
          !former ||
          told.some(
            (one) =>
              one.state === 'proved' &&
              (one.origin === null || one.origin === former.origin) &&
              one.here >= former.last,
          );
        return known ? [] : [{ before: former.last, after: first }];
      }),
  };
}

const MARK = `"code":"${AUDIT_EVENTS['log.restored'].code}"`;

/** Parses a restore event; null for any other body, and for one without the published and the restored size. */
function restoreOfBody(body: string): (Omit<Restore, 'ix'> & { origin: string | null }) | null {
  // A substring test first, because verification calls this for every body of the log and few are restore events.
  if (!body.includes(MARK)) return null;
  const told = objectOf(body);
  const { published, here, origin } = told.data ?? {};
  if (told.code !== AUDIT_EVENTS['log.restored'].code || !isInstant(told.at)) return null;
  if (!isCount(published) || !isCount(here)) return null;
  return { at: told.at, published, here, origin: typeof origin === 'string' ? origin : null };
}

type ToldEvent = { at?: unknown; code?: unknown; data?: Record<string, unknown> | null };

/** A forged body may be anything, so a parse error gives an empty event. */
function objectOf(body: string): ToldEvent {
  try {
    return (JSON.parse(body) as ToldEvent | null) ?? {};
  } catch {
    return {};
  }
}

function isInstant(at: unknown): at is string {
  try {
    return typeof at === 'string' && Temporal.Instant.from(at) !== null;
  } catch {
    return false;
  }
}
