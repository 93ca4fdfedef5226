/** The door for programs: signed deliveries (Standard Webhooks), few at a time. */
import { submitRequest } from '#contract/intake.ts';
import { problemAnswer } from '#server/http/problem.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { receive } from './receive.ts';
import { authenticateSender } from './sender.ts';
import { createTurnstile } from './turnstile.ts';

const submit = route(submitRequest, receive, undefined, authenticateSender);
/** Of the process, whatever the number of sources: half of a pool stays free for people. */
const turnstile = createTurnstile({ running: 4, waiting: 200, waitingPerAddress: 100 });

export const intakeRoutes: readonly Route[] = [
  {
    endpoint: submit.endpoint,
    respond: async (request, params, deps) =>
      (await turnstile.pass(deps.addressOf(request), () => submit.respond(request, params, deps))) ??
      problemAnswer(new Refusal('too_many_requests', { retryAfter: 1 }), deps.newId()),
  },
];
