/** Fictional staff of the demo: one click signs in as a role. The route does not exist outside demo mode. */
import { signInAsPersona } from '#contract/session.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { Refusal } from '#server/http/refusal.ts';
import { route } from '#server/http/serve.ts';
import { signedIn } from './signed-in.ts';

export type Persona = { id: string; name: string; roles: Role[]; disabled_at: string | null };

/**
 * Two people per role, because a decision needs a second officer. The order is that of `roles`; the names are invented.
 */
const NAMES: readonly (readonly [string, string])[] = [
  ['Айдана Сейтқали', 'Тимур Ким'],
  ['Мадина Өтегенова', 'Ерлан Жақсыбек'],
  ['Сәуле Бекмұрат', 'Олег Ткаченко'],
  ['Нұрлан Әбдікерім', 'Ирина Соколова'],
  ['Данияр Төлеген', 'Гүлнар Қасенова'],
];

export const personaRoute = route(signInAsPersona, async (context) => {
  const { role, other = false } = context.input.body;
  const { disabled_at, ...persona } = await ensurePersona(context, role, other);
  if (disabled_at !== null) throw new Refusal('not_possible');
  return signedIn(context, persona, 'persona');
});

type Env = { tx: Tx; ports: Pick<Ports, 'newId'>; now: Temporal.Instant };

/** Returns the persona of a role, created on first use; it may have been disabled since. It has no password; only the persona route signs it in. */
export async function ensurePersona({ tx, ports, now }: Env, role: Role, other: boolean): Promise<Persona> {
  const email = signInAddress(`${role.replace('_', '-')}${other ? '-2' : ''}@demo.invalid`);
  const columns = ['id', 'name', 'roles', 'disabled_at'] as const;
  const found = await tx.selectFrom('person').select(columns).where('email', '=', email).executeTakeFirst();
  if (found) return found;
  const name = NAMES[roles.indexOf(role)]?.[other ? 1 : 0] ?? email;
  return tx
    .insertInto('person')
    .values({
      id: ports.newId(),
      name,
      email,
      roles: [role],
      ends_on: null,
      disabled_at: null,
      // Not a valid hash: makes the account active without any password that could match.
      password_hash: '-',
      last_seen_at: null,
      created_at: now.toString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
