/**
 * The type of an endpoint. An endpoint is data: server, client, forms, OpenAPI, mocks and tests are derived from it, so
 * that no property of a route is written twice.
 */
import type { z } from 'zod';
import type { Action } from '#domain/access/actions.ts';
import type { ErrorCode } from './errors.ts';

export type Endpoint = {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the origin with `{name}` parameters. */
  path: `/api/${string}`;
  /** Key into ACTIONS, which gives the permission, the audit event and the label. */
  action: Action;
  /**
   * Set where one field of the body chooses between several actions, as the kind of a letter does. `action` is then one of
   * them, and the roles that hold it hold them all, because the role is checked before the body is read.
   */
  chooses?: { field: string; actions: Readonly<Record<string, Action>> };
  /** `file`: the answer is the bytes of a file; `response` then describes it for the audit event and OpenAPI. */
  kind: 'json' | 'events' | 'file';
  /**
   * `ref`: requires an Idempotency-Key and stores the resource's id under it; `natural`: repeating the call changes
   * nothing more; `none`: every call has its own effect.
   */
  idempotency: 'ref' | 'natural' | 'none';
  /** Whether a call counts as activity and so postpones the session's idle end. */
  touchesSession: boolean;
  /** Requires If-Match with the version that the caller has read. */
  precondition?: true;
  /** Exists in demo mode only. */
  mode?: 'demo';
  status?: 200 | 201;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  response: z.ZodType;
  /** Its own errors, in addition to those of every endpoint. */
  errors?: readonly ErrorCode[];
};

/** Returns the action of one call: the one that its parsed body chooses, else the endpoint's own. */
export function actionOf({ action, chooses }: Pick<Endpoint, 'action' | 'chooses'>, body: unknown): Action {
  if (!chooses || typeof body !== 'object' || body === null) return action;
  return chooses.actions[String((body as Record<string, unknown>)[chooses.field])] ?? action;
}

type Parsed<T, Fallback = undefined> = T extends z.ZodType ? z.output<T> : Fallback;
type Given<T, Fallback = undefined> = T extends z.ZodType ? z.input<T> : Fallback;

/** What a handler receives, after parsing. */
export type InputOf<E extends Endpoint> = {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
};
/** What a caller passes, before parsing: only the parts that the endpoint has. */
export type CallOf<E extends Endpoint> = (E['params'] extends z.ZodType
  ? { params: Given<E['params']> }
  : { params?: undefined }) &
  (E['query'] extends z.ZodType ? { query?: Given<E['query']> } : { query?: undefined }) &
  (E['body'] extends z.ZodType ? { body: Given<E['body']> } : { body?: undefined }) &
  (E['precondition'] extends true ? { version: number } : { version?: undefined });
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

const DECLARED = Symbol('declared');

/** Marks what `endpoint` made, so that the index tells endpoints from the schemas beside them; the number is their order. */
type Declared = { readonly [DECLARED]: number };

let declarations = 0;

/** Keeps the literal types that the client and the handlers rely on, and marks the object as an endpoint. */
export function endpoint<const E extends Endpoint>(definition: E): E & Declared {
  declarations += 1;
  return { ...definition, [DECLARED]: declarations };
}

type EndpointsIn<Module> = {
  [Name in keyof Module as Module[Name] extends Endpoint & Declared ? Name : never]: Module[Name];
};

/** The endpoints among a module's exports, in the order of the file (a module object lists its names alphabetically). */
export function endpointsIn<Module extends object>(module: Module): EndpointsIn<Module> {
  const declared = Object.entries<unknown>(module as Record<string, unknown>)
    .flatMap(([name, value]) => (isDeclared(value) ? [{ name, value, order: value[DECLARED] }] : []))
    .toSorted((a, b) => a.order - b.order)
    .map(({ name, value }) => [name, value]);
  return Object.fromEntries(declared) as EndpointsIn<Module>;
}

function isDeclared(value: unknown): value is Declared {
  return typeof value === 'object' && value !== null && DECLARED in value;
}
