/** The state that the interface loads first: the installation and the person signed in. */
import type { SessionState } from '#contract/session.ts';
import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { loadSettings } from '#server/settings/stored.ts';
import { loadCalendar, workingCalendar } from '#server/settings/stored-calendar.ts';

/**
 * The state of the session behind `token`, which the caller must have validated; without a token, that of a visitor.
 */
export async function sessionState(
  { tx, ports }: { tx: Tx; ports: Ports },
  token: string | null,
): Promise<SessionState> {
  const { organisation } = (await loadSettings(tx)).settings;
  const row = token === null ? undefined : await personOf(tx, ports.vault.hashToken(token));
  return {
    me: row
      ? {
          id: row.id,
          name: row.name,
          email: row.email,
          roles: row.roles,
          profile: { language: row.language, theme: row.theme, keys: row.keys },
          hasChosen: row.has_chosen,
        }
      : null,
    mode: ports.config.mode,
    organisation: organisation
      ? { kk: organisation.nameKk, ru: organisation.nameRu, en: organisation.nameEn }
      : null,
    plainHttp: ports.config.plainHttp,
    idleUntil: row ? idleUntil(row.seen_at, row.ends_at) : null,
    endsAt: row?.ends_at ?? null,
    calendar: row ? workingCalendar((await loadCalendar(tx)).stored) : null,
    version: ports.config.version,
  };
}

function personOf(tx: Tx, idHash: Uint8Array) {
  return tx
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select([
      'person.id',
      'person.name',
      'person.email',
      'person.roles',
      'person.language',
      'person.theme',
      'person.keys',
      'person.has_chosen',
      'session.seen_at',
      'session.ends_at',
    ])
    .where('session.id_hash', '=', idHash)
    .executeTakeFirst();
}

/** The idle limit, at most the end of the session. */
function idleUntil(seenAt: string, endsAt: string): string {
  const idle = Temporal.Instant.from(seenAt).add({ seconds: SESSION_LIMITS.idleSeconds });
  const end = Temporal.Instant.from(endsAt);
  return (Temporal.Instant.compare(idle, end) < 0 ? idle : end).toString();
}
