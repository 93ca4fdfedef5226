/** Fills a new demo: its people, a site that can send requests, and fictional requests. */
import { roles } from '#domain/access/roles.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { seed } from '#mocks/demo-seed.ts';
import type { Deps, Tx } from '#server/deps.ts';
import { activeSecrets, encryptSecret } from '#server/intake/secrets.ts';
import { newWebhookSecret, webhookKey } from '#server/intake/webhook-signature.ts';
import { ensurePersona } from '#server/session/persona.ts';

const SOURCE = 'nomapay.example';

export async function furnish(deps: Deps, say: (line: string) => void): Promise<void> {
  const now = deps.now();
  if (await isEmpty(deps)) {
    say('Filling the desk …');
    await seed(deps, civilDateAt(now));
  }
  const key = await deps.db.transaction(async (tx) => {
    for (const role of roles)
      for (const other of [false, true]) await ensurePersona({ tx, ports: deps, now }, role, other);
    return demoKey(deps, tx, now);
  });
  say('Fictional data; sign in as any role by one click on the first page.');
  say(
    `A request, signed as a site would sign it, to paste into another terminal:\n${signedCall(deps.config.origin, key)}`,
  );
}

async function isEmpty({ db }: Deps): Promise<boolean> {
  const any = await db.transaction((tx) => tx.selectFrom('request').select('id').limit(1).executeTakeFirst());
  return any === undefined;
}

/** Returns the webhook key of the demo's own source; creates source and secret the first time. */
async function demoKey({ vault, newId, log }: Deps, tx: Tx, now: Temporal.Instant): Promise<Uint8Array> {
  const [active] = await activeSecrets(tx, { vault, log });
  if (active) return active.key;
  const [id, secret, at] = [newId(), newWebhookSecret(vault), now.toString()];
  const source = await tx.selectFrom('intake_source').select('id').orderBy('created_at').executeTakeFirst();
  const sourceId = source?.id ?? newId();
  if (!source)
    await tx
      .insertInto('intake_source')
      .values({ id: sourceId, name: SOURCE, site: SOURCE, created_at: at })
      .execute();
  await tx
    .insertInto('intake_secret')
    .values({
      id,
      source_id: sourceId,
      sealed: encryptSecret(vault, id, secret),
      hint: secret.slice(-4),
      created_at: at,
      created_by: null,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  return webhookKey(secret) ?? new Uint8Array();
}

const EXAMPLE = {
  message: 'Менің деректерімді өшіріңізші. Нөмірім +7 701 555 01 42.',
  firstName: 'Арман',
  surname: 'Тестов',
  email: 'arman.testov@mail.example',
};

/**
 * Returns a shell command that sends a signed request; it takes the time when run, because signatures expire in five
 * minutes.
 */
export function signedCall(origin: string, key: Uint8Array): string {
  return [
    `B='${JSON.stringify(EXAMPLE)}'; T=$(date +%s); I=demo-$T-$$;`,
    `S=$(printf '%s.%s.%s' "$I" "$T" "$B" | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key.toHex()} -binary | base64);`,
    `curl -sS ${origin}/api/intake/requests -H 'content-type: application/json' -H "webhook-id: $I"`,
    `-H "webhook-timestamp: $T" -H "webhook-signature: v1,$S" -d "$B"; echo`,
  ].join(' ');
}
