/**
 * Signs committed checkpoints that have no signature yet. A checkpoint is never signed before its commit, because after
 * a rollback the log would have signed two histories. Ed25519 is deterministic, so signing again after a crash is
 * harmless.
 */
import type { Kysely } from 'kysely';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
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

/** Checkpoints per call. */
const AT_ONCE = 200;

/**
 * Signs the oldest first and returns them. Another process may sign the same ones at the same time, which is harmless.
 */
export async function signCommitted(
  db: Database,
  key: LogKey,
  now: Temporal.Instant,
): Promise<readonly SignedCheckpoint[]> {
  // Checkpoints are signed in order, so none below the newest signature lacks one; without the bound all would be
  // scanned.
  const unsigned = await db.kysely
    .selectFrom('audit_checkpoint')
    .select(['size', 'note as text'])
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
  for (const { size, text } of unsigned) {
    const { origin } = parseCheckpoint(text);
    signed.push({ size, note: await signNote(text, origin, key.publicKey, key.sign) });
  }
  if (signed.length > 0)
    await db.kysely
      .insertInto('audit_signature')
      .values(signed.map(({ size, note }) => ({ size, note, at: now.toString() })))
      .onConflict((conflict) => conflict.column('size').doNothing())
      .execute();
  return signed;
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
