/** Endpoints of the session: sign-in, links, state, sign-out, extension and preferences. */
import { readSession, readTextKey, saveProfile, signOut, touchSession } from '#contract/session.ts';
import { toBase64 } from '#domain/bytes/base64.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { changePasswordRoute } from './change-password.ts';
import { acceptLinkRoute, inspectLinkRoute } from './link-routes.ts';
import { personaRoute } from './persona.ts';
import { endSession } from './sessions.ts';
import { signInRoute } from './sign-in.ts';
import { sessionState } from './state.ts';

export const sessionRoutes: readonly Route[] = [
  signInRoute,
  personaRoute,
  inspectLinkRoute,
  acceptLinkRoute,
  changePasswordRoute,

  route(readSession, async ({ tx, ports, caller, request }) => {
    const standing = caller.kind === 'person' ? request.token : null;
    return {
      body: await sessionState({ tx, ports }, standing),
      facts: [],
      // Clears the cookie of an expired session, so that the browser stops sending it.
      headers: (headers) => {
        if (request.token !== null && standing === null) ports.carrier.drop(headers);
      },
    };
  }),

  route(touchSession, async ({ tx, ports, caller, request }) => {
    if (caller.kind !== 'person') throw new Refusal('unauthenticated');
    return { body: await sessionState({ tx, ports }, request.token), facts: [] };
  }),

  route(signOut, async ({ tx, ports, caller, request }) => {
    if (request.token !== null) await endSession({ tx, vault: ports.vault }, request.token);
    return {
      body: { done: true as const },
      facts: [
        {
          event: 'session.signed_out',
          ...(caller.kind === 'person' ? { object: { type: 'person', id: caller.id } } : {}),
        },
      ],
      headers: (headers) => {
        ports.carrier.drop(headers);
        // Not "cookies", because the device stays a known one; not "storage", because an auditor's browser keeps there the
        // log it verified. The page itself removes the person's unsaved text, which no other session can read.
        headers.set('clear-site-data', '"cache"');
      },
    };
  }),

  route(readTextKey, async ({ ports, actor }) => ({
    body: { key: toBase64(ports.vault.mac('text-in-browser', new TextEncoder().encode(actor.id))) },
    facts: [],
  })),

  route(saveProfile, async ({ tx, actor, input }) => {
    const columns = ['language', 'theme', 'keys'] as const;
    const given = Object.entries(input.body).filter(([, value]) => value !== undefined);
    if (given.length > 0)
      await tx
        .updateTable('person')
        .set({
          ...Object.fromEntries(given),
          ...(input.body.language || input.body.theme ? { has_chosen: true } : {}),
        })
        .where('id', '=', actor.id)
        .execute();
    const body = await tx
      .selectFrom('person')
      .select(columns)
      .where('id', '=', actor.id)
      .executeTakeFirstOrThrow();
    return {
      body,
      facts: [
        {
          event: 'session.profile_changed',
          object: { type: 'person', id: actor.id },
          fields: given.map(([name]) => name),
        },
      ],
    };
  }),
];
