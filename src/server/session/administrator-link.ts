/**
 * Links made at the server's console, for the first administrator or one who is locked out; each is logged as an alarm.
 */

import { SESSION_LIMITS } from '#domain/access/session-limits.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { bySystem, record } from '#server/audit/record/record.ts';
import type { Deps } from '#server/deps.ts';
import { managers } from '#server/session/managing.ts';
import { makeLink } from './links.ts';

export type AdministratorLink = { link: string; minutes: number; for: string | null };

/** There are several administrators and none was named, or no administrator has the name; `emails` lists them. */
export class WhichAdministrator extends Error {
  readonly emails: readonly string[];
  constructor(emails: readonly string[]) {
    super('Name one of the administrators by e-mail address.');
    this.name = 'WhichAdministrator';
    this.emails = emails;
  }
}

type Env = Pick<Deps, 'db' | 'now' | 'newId' | 'vault' | 'config'>;

export async function hasAdministrator({ db, now }: Env): Promise<boolean> {
  return (await db.transaction((tx) => managers(tx, civilDateAt(now())))).length > 0;
}

/**
 * Makes a link: for the first administrator if there is none, otherwise for a new password of the administrator named
 * (or of the only one). @throws WhichAdministrator
 */
export async function administratorLink(env: Env, email: string | null): Promise<AdministratorLink> {
  const now = env.now();
  return env.db.transaction(async (tx) => {
    const people = await managers(tx, civilDateAt(now), true);
    const named = people.filter(
      (person) => email === null || signInAddress(person.email) === signInAddress(email),
    );
    const [person] = named;
    if (people.length > 0 && (named.length !== 1 || !person))
      throw new WhichAdministrator(people.map((each) => each.email));
    const kind = person ? 'recovery' : 'first_administrator';
    const { id, link } = await makeLink({ tx, ports: env, now }, kind, person?.id ?? null, null);
    await record(
      tx,
      [
        {
          event: 'session.admin_link_made',
          object: person ? { type: 'person', id: person.id } : { type: 'link', id },
          data: { kind },
        },
      ],
      bySystem(env, now, 'CONSOLE', 'admin-link'),
    );
    return { link, minutes: SESSION_LIMITS.firstLinkMinutes, for: person?.email ?? null };
  });
}
