/** What a sample needs beside the request of its scene, made when the sample is: people to manage, links, secrets, versions. */
import { makeLink } from '#server/session/links.ts';
import { loadSettings } from '#server/settings/stored.ts';
import type { TestApp, TestPerson } from '#tests/server/app-harness.ts';

/** Passes the rules for a new password: long, not common, without anybody's name. */
export const PASSWORD = 'жеті мұзды өзеннің бойында';
/** Of somebody whom nobody has changed yet. */
export const FIRST_VERSION = 1;

export const colleague = (app: TestApp): Promise<TestPerson> => app.person(['support']);

/** Somebody of the desk who can sign in with PASSWORD. */
export async function colleagueWithPassword(app: TestApp): Promise<TestPerson> {
  const person = await colleague(app);
  await update(app, person, { password_hash: await app.deps.passwords.hash(PASSWORD) });
  return person;
}

export async function disabledColleague(app: TestApp): Promise<TestPerson> {
  const person = await colleague(app);
  await update(app, person, { disabled_at: app.clock.now().toString() });
  return person;
}

/** Somebody with an invitation that is still open, and its token. */
export async function invitedColleague(app: TestApp): Promise<TestPerson & { linkToken: string }> {
  const person = await colleague(app);
  await update(app, person, { password_hash: null });
  const { link } = await app.db.transaction((tx) =>
    makeLink(
      { tx, ports: app.deps, now: app.clock.now() },
      'invitation',
      person.id,
      app.people.administrator.id,
    ),
  );
  return { ...person, linkToken: link.slice(link.indexOf('#') + 1) };
}

export async function settingsVersion(app: TestApp): Promise<number> {
  return (await app.db.transaction((tx) => loadSettings(tx))).version;
}

async function update(
  app: TestApp,
  { id }: TestPerson,
  set: { password_hash?: string | null; disabled_at?: string },
): Promise<void> {
  await app.db.kysely.updateTable('person').set(set).where('id', '=', id).execute();
}
