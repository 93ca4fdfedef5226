/** An endpoint is data. Server, client, forms, OpenAPI, mocks and tests are derived from it; nothing about a route is written twice. */
import type { z } from 'zod';
import type { Action } from '#domain/access/actions.ts';
import type { ErrorCode } from './errors.ts';

export type Endpoint = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the origin with `{name}` parameters. */
  path: `/api/${string}`;
  /** Key into ACTIONS: permission, audit event and label come with it. */
  action: Action;
  /** `file`: answered with the bytes of a file; `response` is what the log and the description know of it. */
  kind: 'json' | 'events' | 'file';
  /** `ref`: needs an Idempotency-Key and remembers the resource; `natural`: repeating changes nothing more; `none`: each call is new. */
  idempotency: 'ref' | 'natural' | 'none';
  /** Whether a call counts as the person being there (keeps the session awake). */
  touchesSession: boolean;
  /** Needs If-Match with the version the caller has seen. */
  precondition?: true;
  /** Exists in demo mode alone. */
  mode?: 'demo';
  status?: 200 | 201;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Errors of its own, beside those every endpoint can give. */
  errors?: readonly ErrorCode[];
};

type Parsed<T, Fallback = undefined> = T extends z.ZodType ? z.output<T> : Fallback;
type Given<T, Fallback = undefined> = T extends z.ZodType ? z.input<T> : Fallback;

/** What a handler receives. */
export type InputOf<E extends Endpoint> = {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
};
/** What a caller passes: only the parts the endpoint has. */
export type CallOf<E extends Endpoint> = (E['params'] extends z.ZodType
  ? { params: Given<E['params']> }
  : { params?: undefined }) &
  (E['query'] extends z.ZodType ? { query?: Given<E['query']> } : { query?: undefined }) &
  (E['body'] extends z.ZodType ? { body: Given<E['body']> } : { body?: undefined }) &
  (E['precondition'] extends true ? { version: number } : { version?: undefined });
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

/** Identity with inference: keeps the literal types that the client and the handlers rely on. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
