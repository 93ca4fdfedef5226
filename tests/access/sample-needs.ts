/** Creates what samples need besides the request of their scene: people to manage, links, passwords, versions. */
import { makeLink } from '#server/session/links.ts';
import { loadSettings } from '#server/settings/stored.ts';
import { loadCalendar } from '#server/settings/stored-calendar.ts';
import type { TestApp, TestPerson } from '#tests/server/app-harness.ts';

/** Passes the rules for a new password: long, not common, without the person's name. */
export const PASSWORD = 'жеті мұзды өзеннің бойында';
/** The version of a person who has not been changed yet. */
export const FIRST_VERSION = 1;

export const colleague = (app: TestApp): Promise<TestPerson> => app.person(['support']);

/** A colleague who can sign in with PASSWORD. */
export async function colleagueWithPassword(app: TestApp): Promise<TestPerson> {
  const person = await colleague(app);
  await update(app, person, { password_hash: await app.deps.passwords.hash(PASSWORD) });
  return person;
}

export async function givePassword(app: TestApp, person: TestPerson): Promise<void> {
  await update(app, person, { password_hash: await app.deps.passwords.hash(PASSWORD) });
}

/** A link for a new password of an officer, made by neither of the callers; returns its id. */
export async function unconfirmedRecovery(app: TestApp): Promise<string> {
  const maker = await app.person(['administrator']);
  const officer = await app.person(['privacy_officer']);
  const env = { ports: app.deps, now: app.clock.now() };
  const { id } = await app.db.transaction((tx) =>
    makeLink({ tx, ...env }, 'recovery', officer.id, maker.id, { unconfirmed: true }),
  );
  return id;
}

export async function disabledColleague(app: TestApp): Promise<TestPerson> {
  const person = await colleague(app);
  await update(app, person, { disabled_at: app.clock.now().toString() });
  return person;
}

/** A colleague with an open invitation, and its token. */
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

export async function calendarVersion(app: TestApp): Promise<number> {
  return (await app.db.transaction((tx) => loadCalendar(tx))).version;
}

async function update(
  app: TestApp,
  { id }: TestPerson,
  set: { password_hash?: string | null; disabled_at?: string },
): Promise<void> {
  await app.db.kysely.updateTable('person').set(set).where('id', '=', id).execute();
}
