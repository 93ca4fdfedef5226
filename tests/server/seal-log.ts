/** Seals everything that is committed, signs it and brings the projections up to it, as the sealer does while a server runs. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { projectStep } from '#server/audit/seal/project.ts';
import { sealStep } from '#server/audit/seal/seal.ts';
import { signCommitted } from '#server/audit/seal/sign.ts';
import type { TestApp } from './app-harness.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
/** Another suite's transaction on the same cluster holds the horizon back for as long as it is open. */
const PATIENCE_MS = 20_000;

export async function sealWholeLog({ db, deps }: TestApp): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    await sealStep({ db, now: deps.now(), newId: deps.newId, sha256 });
    const { rows } = await sql<{ left: boolean }>`
      select exists (select from audit_event e where not exists (select from audit_leaf l where l.event_id = e.id)) as left`.execute(
      db.kysely,
    );
    if (!rows[0]?.left) break;
    if (performance.now() > until) throw new Error('the log could not be sealed to its end');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await signCommitted(db, await logKeyOf(deps.vault), deps.now());
  while (await projectStep(db));
}
