/**
 * What a log says itself of having been set back to an older backup: a sealed event under the name of the new shard. Only
 * checkpoints of the old name, beyond the place, up to what was published then, and made before, are explained by it.
 */
import { AUDIT_EVENTS } from './events.ts';
import { isCount } from './merkle.ts';

export type Restore = {
  /** Leaf of the event that says so. */
  ix: number;
  /** Instant. */
  at: string;
  /** Events that were published. */
  published: number;
  /** Events that were left. */
  here: number;
};

export type RestoreCheck = {
  /** A text that is the sealed one; few tell of a restore. */
  text(ix: number, body: string): void;
  /** A checkpoint that fits the tree. False where its name had ended with a restore before. */
  fits(size: number, origin: string): boolean;
  /** Whether a published checkpoint is one the log says it lost. */
  lost(checkpoint: { origin: string; size: number; at: string | null }): boolean;
  /** Whether the log was signed under this name, or tells of it. */
  names(origin: string): boolean;
  /** Those under the signature of a new name. */
  proved(): readonly Restore[];
};

type Told = Restore & { origin: string | null; state: 'unsigned' | 'proved' | 'refuted' };

export function restoreCheck(): RestoreCheck {
  const told: Told[] = [];
  /** Under which name the log was signed, from which size on. */
  const names: { size: number; origin: string }[] = [];
  const nameAt = (size: number) => names.findLast((name) => name.size <= size)?.origin ?? null;
  return {
    text: (ix, body) => {
      const said = restoreOfBody(body);
      if (!said || said.here > ix) return;
      const { origin, ...restore } = said;
      const known = nameAt(said.here);
      const agrees = origin === null || known === null || origin === known;
      told.push({ ix, ...restore, origin: origin ?? known, state: agrees ? 'unsigned' : 'refuted' });
    },
    fits: (size, origin) => {
      // The first signature over it is that of the shard it opens, or it opened none.
      for (const one of told)
        if (one.state === 'unsigned' && one.ix < size)
          one.state = one.origin === null || one.origin === origin ? 'refuted' : 'proved';
      if (names.at(-1)?.origin !== origin) names.push({ size, origin });
      return !told.some((one) => one.state === 'proved' && one.origin === origin && one.ix < size);
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
  };
}

const MARK = `"code":"${AUDIT_EVENTS['log.restored'].code}"`;

/** Null for any other body, and for a restore that says nothing of what was published. */
function restoreOfBody(body: string): (Omit<Restore, 'ix'> & { origin: string | null }) | null {
  // Millions of bodies pass here, and few are worth parsing.
  if (!body.includes(MARK)) return null;
  const told = objectOf(body);
  const { published, here, origin } = told.data ?? {};
  if (told.code !== AUDIT_EVENTS['log.restored'].code || !isInstant(told.at)) return null;
  if (!isCount(published) || !isCount(here)) return null;
  return { at: told.at, published, here, origin: typeof origin === 'string' ? origin : null };
}

type ToldEvent = { at?: unknown; code?: unknown; data?: Record<string, unknown> | null };

/** Whoever forges a text need not write JSON. */
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
