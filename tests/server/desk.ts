/** Steps that tests of requests share: register a request, act on its current version, read its row and its events. */
import type { Endpoint } from '#contract/endpoint.ts';
import { registerRequest } from '#contract/requests-write.ts';
import { type AuditEvent, eventOfCode } from '#domain/audit/events.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { StoredRequest } from '#server/requests/facts.ts';
import { loadSettings, type StoredSettings, saveSettings } from '#server/settings/stored.ts';
import type { Answer, TestApp, TestPerson } from './app-harness.ts';

export type Desk = {
  /** Registers, as support, a request received now from an applicant with an e-mail address; returns its id. */
  request(type: RequestType, more?: Record<string, unknown>): Promise<string>;
  /** Calls the endpoint on the current version, or on `version`. */
  act(endpoint: Endpoint, id: string, as: TestPerson, body?: object, version?: number): Promise<Answer>;
  row(id: string): Promise<StoredRequest>;
  /** The audit events of a request, oldest first. */
  events(
    id: string,
  ): Promise<{ event: AuditEvent | null; actor: string | null; data: Record<string, unknown> }[]>;
};

/** Sends mail through a server on this machine without encryption or password; a null port switches mail off. */
export async function configureMail({ db, clock, people }: TestApp, port: number | null): Promise<void> {
  const smtp: StoredSettings['smtp'] = port === null ? null : { ...PLAIN_SMTP, port };
  await db.transaction(async (tx) => {
    const kept = await loadSettings(tx, { now: clock.now() });
    await saveSettings(
      tx,
      { ...kept, settings: { ...kept.settings, smtp } },
      { id: people.administrator.id, now: clock.now() },
    );
  });
}

const PLAIN_SMTP = {
  host: '127.0.0.1',
  security: 'none' as const,
  user: '',
  from: 'zhauap@ainek.example',
  fromName: 'ЖШС «Айнек»',
  password: null,
};

export function deskOf(app: TestApp): Desk {
  const { db, clock, people } = app;
  const row = (id: string) =>
    db.kysely.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    row,
    request: async (type, more = {}) => {
      const answer = await app.call(
        registerRequest,
        {
          body: {
            type,
            channel: 'phone',
            receivedAt: clock.now().toString(),
            message: 'Деректерім туралы сұрағым бар еді.',
            applicant: { surname: 'Тестілова', firstName: 'Нұргүл', email: 'nurgul.t@example.kz' },
            ...more,
          },
        },
        people.support,
      );
      if (answer.status !== 201) throw new Error(`not registered: ${answer.raw}`);
      return answer.body.id;
    },
    act: async (endpoint, id, as, body = {}, version) => {
      // The cast skips the endpoint's own input type; a wrong part shows in the answer as a 400.
      const input = { params: { id }, body, version: version ?? (await row(id)).version } as never;
      return app.call(endpoint, input, as);
    },
    events: async (id) => {
      const rows = await db.kysely
        .selectFrom('audit_event')
        .select(['actor', 'code', 'body'])
        .where('object_ref', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(({ actor, code, body }) => {
        const { data = {} } = JSON.parse(body ?? '{}');
        return { event: eventOfCode(code), actor, data };
      });
    },
  };
}
