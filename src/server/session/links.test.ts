import { describe, expect, it } from 'vitest';
import { acceptLink, inspectLink, readSession, signIn } from '#contract/session.ts';
import { inviteStaff, reinviteStaff, revokeInvitation } from '#contract/staff.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { administratorLink, hasAdministrator, WhichAdministrator } from './administrator-link.ts';

const PASSWORD = 'таңғы шай мен бауырсақ';

describeEachDatabase('a one-time link', (current) => {
  const invited = async () => {
    const app = await testApp(current().db);
    const email = `${crypto.randomUUID()}@desk.example`;
    const body = { name: 'Ләззат Ермекова', email, roles: ['support' as const] };
    const answer = await app.call(inviteStaff, { body }, app.people.administrator);
    const accept = (token: string, more: { password?: string } = {}) =>
      app.call(acceptLink, { body: { token, password: PASSWORD, ...more } });
    return { ...app, email, member: answer.body.member, token: tokenIn(answer.body.link), answer, accept };
  };

  it('carries its token in the fragment, which no server receives', async () => {
    const { answer } = await invited();
    expect(answer.status).toBe(201);
    expect(answer.body.link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/link#[\w-]{43}$/);
  });

  it('returns the name and address of the person invited', async () => {
    const { call, token, email } = await invited();
    const { body } = await call(inspectLink, { body: { token } });
    expect(body).toMatchObject({ kind: 'invitation', name: 'Ләззат Ермекова', email });
  });

  it('lets the person choose a password and signs in', async () => {
    const { call, accept, token, email } = await invited();
    const accepted = await accept(token);
    expect(accepted.body.me).toMatchObject({ email, roles: ['support'] });
    expect((await call(signIn, { body: { email, password: PASSWORD } })).status).toBe(200);
  });

  it('works once', async () => {
    const { call, accept, token } = await invited();
    await accept(token);
    expect((await accept(token)).body.code).toBe('link_invalid');
    expect((await call(inspectLink, { body: { token } })).status).toBe(401);
  });

  it('works once when it is used several times at once', async () => {
    const { accept, token } = await invited();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('is valid for exactly 72 hours', async () => {
    const { call, clock, token } = await invited();
    clock.advance({ hours: 71, minutes: 59, seconds: 59 });
    expect((await call(inspectLink, { body: { token } })).status).toBe(200);
    clock.advance({ seconds: 1 });
    expect((await call(inspectLink, { body: { token } })).status).toBe(401);
  });

  it('is invalid once revoked, or once another was made', async () => {
    const { call, clock, token, member, signIn: open, people } = await invited();
    clock.advance({ minutes: 1 });
    const admin = { token: await open(people.administrator) };
    const next = await call(reinviteStaff, { params: { id: member.id }, body: {} }, admin);
    expect((await call(inspectLink, { body: { token } })).status).toBe(401);
    const second = tokenIn(next.body.link);
    expect((await call(inspectLink, { body: { token: second } })).status).toBe(200);
    await call(revokeInvitation, { params: { id: member.id } }, admin);
    expect((await call(inspectLink, { body: { token: second } })).status).toBe(401);
  });

  it.each([
    ['too short', 'қысқа құпия', 'too_short'],
    ['too long', 'ө'.repeat(129), 'too_long'],
    ['known to everyone', 'passwordpassword', 'common_password'],
    ['made of the person’s name', 'Ләззат Ермекова 2026', 'contains_own_data'],
  ])('takes no password that is %s', async (_what, password, code) => {
    const { accept, token } = await invited();
    const answer = await accept(token, { password });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/password', code }]);
    expect((await accept(token)).status).toBe(200);
  });

  it('refuses an address after twenty wrong tokens', async () => {
    const { call, token } = await invited();
    const guess = () =>
      call(inspectLink, { body: { token: 'A'.repeat(43) } }, null, { address: '198.51.100.9' });
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await guess()).status);
    expect(statuses.indexOf(429)).toBe(20);
    expect((await call(inspectLink, { body: { token } })).status).toBe(200);
  });

  it('ends the person’s sessions when it sets a new password', async () => {
    const { call, accept, member, token, people } = await invited();
    const first = tokenOf((await accept(token)).headers);
    const again = await call(reinviteStaff, { params: { id: member.id }, body: {} }, people.administrator);
    await accept(tokenIn(again.body.link), { password: `${PASSWORD} тағы да` });
    expect((await call(readSession, {}, { token: first })).body.me).toBeNull();
  });
});

describe('a link from the console', () => {
  describeEachDatabase('for the administrator', (current) => {
    const emptied = async () => {
      const app = await testApp(current().db);
      await app.db.kysely.updateTable('person').set({ disabled_at: '2026-01-01T00:00:00Z' }).execute();
      return app;
    };

    it('creates the first one, who enters their own name, within fifteen minutes', async () => {
      const app = await emptied();
      const email = `${crypto.randomUUID()}@desk.example`;
      expect(await hasAdministrator(app.deps)).toBe(false);
      const made = await administratorLink(app.deps, null);
      const accept = (body: { name?: string; email?: string }) =>
        app.call(acceptLink, { body: { token: tokenIn(made.link), password: PASSWORD, ...body } });
      expect((await accept({})).body.errors).toMatchObject([{ pointer: '/name', code: 'required' }]);
      const accepted = await accept({ name: 'Ғалым Сыдық', email });
      expect(accepted.body.me).toMatchObject({ email, roles: ['administrator'] });
      expect(await hasAdministrator(app.deps)).toBe(true);
    });

    it('expires after fifteen minutes', async () => {
      const app = await emptied();
      const { link } = await administratorLink(app.deps, null);
      app.clock.advance({ minutes: 15 });
      expect((await app.call(inspectLink, { body: { token: tokenIn(link) } })).status).toBe(401);
    });

    it('asks which administrator when there are several', async () => {
      const app = await emptied();
      await app.person(['administrator']);
      const other = await app.person(['administrator']);
      await expect(administratorLink(app.deps, null)).rejects.toThrow(WhichAdministrator);
      await expect(administratorLink(app.deps, 'nobody@desk.example')).rejects.toThrow(WhichAdministrator);
      const { for: email } = await administratorLink(app.deps, other.email.toUpperCase());
      expect(email).toBe(other.email);
    });

    it('is logged as an alarm', async () => {
      const app = await emptied();
      await administratorLink(app.deps, null);
      expect(await lastCode(app)).toBe('SS009');
    });
  });
});

const tokenIn = (link: string) => new URL(link).hash.slice(1);

function tokenOf(headers: Headers): string {
  return /sid=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
}

async function lastCode({ db }: TestApp) {
  const query = db.kysely.selectFrom('audit_event').select('code').orderBy('seq', 'desc').limit(1);
  return (await query.executeTakeFirstOrThrow()).code;
}
