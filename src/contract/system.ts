/** Health probes and the API's OpenAPI description. They need no sign-in, because they contain no personal data. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const base = {
  kind: 'json',
  idempotency: 'natural',
  touchesSession: false,
  action: 'system.read',
  method: 'GET',
} as const;

export const healthLive = endpoint({
  ...base,
  id: 'healthLive',
  path: '/api/health/live',
  response: z.strictObject({ status: z.literal('live'), version: z.string() }),
});
export const healthReady = endpoint({
  ...base,
  id: 'healthReady',
  path: '/api/health/ready',
  response: z.strictObject({ status: z.literal('ready'), checks: z.record(z.string(), z.string()) }),
  errors: ['unavailable'],
});
export const openApi = endpoint({
  ...base,
  id: 'openApi',
  path: '/api/openapi.json',
  response: z.looseObject({ openapi: z.string() }),
});
