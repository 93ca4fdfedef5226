/**
 * Signs committed checkpoints that have no signature yet. A checkpoint is never signed before its commit, because after
 * a rollback the log would have signed two histories. Ed25519 is deterministic, so signing again after a crash is
 * harmless.
 */
import type { Kysely } from 'kysely';
import { checkpointOfBody, checkpointTime } from '#domain/audit/checkpoint.ts';
import { isAhead } from '#domain/audit/event-times.ts';
import { sameHash } from '#domain/audit/merkle.ts';
import { signNote } from '#domain/audit/note.ts';
import type { Database } from '#server/db/database.ts';
import type { Tables } from '#server/db/schema.ts';

/** The key of the log: 32 bytes of public key, and the private key behind a function. */
export type LogKey = {
  publicKey: Uint8Array;
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
};

/** A checkpoint as it is published: its text with the signature. */
export type SignedCheckpoint = { size: number; note: string };

export type Signing = {
  signed: readonly SignedCheckpoint[];
  /** Sizes of checkpoints that were not signed, because they are not what the sealer writes. */
  refused: readonly number[];
};

/** Checkpoints per call. */
const AT_ONCE = 200;

/**
 * Signs the oldest first. Another process may sign the same ones at the same time, which is harmless. The text comes from
 * the database, so one that a person changed there, to a later time or another root, is not signed.
 */
export async function signCommitted(db: Database, key: LogKey, now: Temporal.Instant): Promise<Signing> {
  // Checkpoints are signed in order, so none below the newest signature lacks one; without the bound all would be
  // scanned.
  const unsigned = await db.kysely
    .selectFrom('audit_checkpoint')
    .select(['size', 'root', 'note as text'])
    .where('size', '>', (eb) =>
      eb
        .selectFrom('audit_signature')
        .select(({ fn, val }) => fn.coalesce(fn.max('size'), val(0)).as('size'))
        .$asScalar(),
    )
    .orderBy('size')
    .limit(AT_ONCE)
    .execute();
  const signed: SignedCheckpoint[] = [];
  const refused: number[] = [];
  const clock = now.toString();
  for (const { size, root, text } of unsigned) {
    const checkpoint = checkpointOfBody(text);
    const at = checkpoint && checkpointTime(checkpoint);
    const fits = checkpoint?.size === size && sameHash(checkpoint.root, root);
    if (!checkpoint || !fits || at === null || isAhead(at, clock)) {
      refused.push(size);
      continue;
    }
    const { origin } = checkpoint;
    signed.push({ size, note: await signNote(text, origin, key.publicKey, key.sign) });
  }
  if (signed.length > 0)
    await db.kysely
      .insertInto('audit_signature')
      .values(signed.map(({ size, note }) => ({ size, note, at: now.toString() })))
      .onConflict((conflict) => conflict.column('size').doNothing())
      .execute();
  return { signed, refused };
}

/** Returns the newest signed checkpoint and when it was signed; null when none is larger than `beyond`. */
export async function newestSigned(
  on: Kysely<Tables>,
  beyond = 0,
): Promise<(SignedCheckpoint & { at: string }) | null> {
  const row = await on
    .selectFrom('audit_signature')
    .select(['size', 'note', 'at'])
    .where('size', '>', beyond)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
