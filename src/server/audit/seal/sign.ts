/**
 * Signs the checkpoints that are committed and bear no signature yet. Never before: a log that signs what is then rolled
 * back has signed two histories. Ed25519 gives the same signature for the same text, so signing again after a crash
 * says nothing new.
 */
import type { Kysely } from 'kysely';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { signNote } from '#domain/audit/note.ts';
import type { Database } from '#server/db/database.ts';
import type { Tables } from '#server/db/schema.ts';

/** The key of the log: 32 bytes of public key and the private half behind a function. */
export type LogKey = {
  publicKey: Uint8Array;
  sign(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
};

/** A checkpoint as the world gets it: its text with the signature. */
export type SignedCheckpoint = { size: number; note: string };

const AT_ONCE = 200;

/** Oldest first; another process may sign the same ones in the same moment. */
export async function signCommitted(
  db: Database,
  key: LogKey,
  now: Temporal.Instant,
): Promise<readonly SignedCheckpoint[]> {
  // Signed in order, so nothing below the newest signature lacks one: looking further would be looking at all of them.
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

/** The newest signed checkpoint, and when it was signed; null when none goes beyond that size. */
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
