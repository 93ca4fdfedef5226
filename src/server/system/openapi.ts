/** The API described by itself: OpenAPI 3.1 made from the endpoints, so that it cannot say anything else than they do. */
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { ERRORS, type ErrorCode, FAULTS } from '#contract/errors.ts';
import { endpoints } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { type Json, jsonSchema, type NamedSchemas } from './openapi-schema.ts';

/** Refusals any endpoint may give, beside its own. */
const ALWAYS: readonly ErrorCode[] = ['unavailable', 'internal'];
const ON_INPUT: readonly ErrorCode[] = ['validation_failed', 'unknown_field'];
const ON_BODY: readonly ErrorCode[] = ['malformed_json', 'too_large', 'unsupported_media_type', 'cross_site'];
const SIGNED_IN: readonly ErrorCode[] = ['unauthenticated', 'forbidden'];

/** The document for a mode; a plain object, ready to be sent. */
export function openApiDocument(version: string, mode: 'production' | 'demo'): { openapi: string } & Json {
  const paths: Record<string, Json> = {};
  const named: NamedSchemas = {};
  for (const endpoint of endpoints) {
    if (endpoint.mode === 'demo' && mode !== 'demo') continue;
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, named),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Otinish',
      version,
      description:
        'The desk where a company answers the people whose data it holds. Errors are RFC 9457 problem documents.',
    },
    paths,
    components: {
      schemas: { ...named, Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-sid' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'Standard Webhooks: with webhook-id and webhook-timestamp, see docs/intake.md.',
        },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, named: NamedSchemas): Json {
  return {
    operationId: endpoint.id,
    tags: [endpoint.action.split('.')[0]],
    'x-action': endpoint.action,
    ...(securityOf(endpoint) ?? {}),
    ...(parametersOf(endpoint).length > 0 ? { parameters: parametersOf(endpoint) } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: { [String(endpoint.status ?? 200)]: successOf(endpoint, named), ...refusalsOf(endpoint) },
  };
}

function securityOf({ action }: Endpoint): Json | null {
  if (action.startsWith('intake.')) return { security: [{ signature: [] }] };
  return actionRow(action).who === 'anyone' ? null : { security: [{ session: [] }] };
}

function parametersOf(endpoint: Endpoint): readonly Json[] {
  const header = (name: string, description: string, required: boolean): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...fieldsOf(endpoint.params, 'path'),
    ...fieldsOf(endpoint.query, 'query'),
    ...(endpoint.precondition ? [header('If-Match', 'The version seen, as in ETag: "r3".', true)] : []),
    ...(endpoint.idempotency === 'ref'
      ? [header('Idempotency-Key', 'Repeating the call with the same key creates nothing more.', false)]
      : []),
  ];
}

function fieldsOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): readonly Json[] {
  if (!schema) return [];
  const json = jsonSchema(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
}

function successOf(endpoint: Endpoint, named: NamedSchemas): Json {
  const type = TYPE_OF[endpoint.kind];
  if (endpoint.kind === 'file')
    return {
      description: 'The bytes of the file',
      content: { [type]: { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: 'Done',
    content: { [type]: { schema: jsonSchema(endpoint.response, 'output', named) } },
  };
}

const TYPE_OF = {
  json: 'application/json',
  events: 'text/event-stream',
  file: 'application/octet-stream',
} as const satisfies Record<Endpoint['kind'], string>;

/** One answer for each status, naming the codes it may carry. */
function refusalsOf(endpoint: Endpoint): Json {
  const codes = new Set<ErrorCode>([
    ...ALWAYS,
    ...(actionRow(endpoint.action).who === 'anyone' ? [] : SIGNED_IN),
    ...(endpoint.params ? (['not_found'] as const) : []),
    ...(endpoint.query || endpoint.body ? ON_INPUT : []),
    ...(endpoint.query ? (['field_not_filterable'] as const) : []),
    ...(endpoint.body ? ON_BODY : []),
    ...(endpoint.precondition ? (['stale_version', 'precondition_required'] as const) : []),
    ...(endpoint.idempotency === 'ref' ? (['in_flight', 'idempotency_mismatch'] as const) : []),
    ...(endpoint.errors ?? []),
  ]);
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, named]) => [
        String(status),
        {
          description: named.toSorted().join(', '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(ERRORS) },
    requestId: { type: 'string' },
    why: { type: 'string' },
    retryAfter: { type: 'integer' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: {
          pointer: { type: 'string' },
          code: { type: 'string', enum: [...FAULTS] },
          min: { type: 'number' },
          max: { type: 'number' },
        },
      },
    },
    current: { description: 'With stale_version: the record as it is now, as the caller may see it.' },
  },
};
