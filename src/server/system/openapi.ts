/** Generates the OpenAPI 3.1 document from the endpoints of the contract, so that it cannot differ from them. */
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { ERRORS, type ErrorCode, FAULTS } from '#contract/errors.ts';
import { endpoints } from '#contract/index.ts';
import { actionRow } from '#domain/access/actions.ts';
import { type Components, componentsOf, type Use } from './openapi-components.ts';
import { contractNames } from './openapi-names.ts';
import { type Json, jsonSchema } from './openapi-schema.ts';

/** Error codes of any endpoint, in addition to its own. */
const ALWAYS: readonly ErrorCode[] = ['unavailable', 'internal'];
const ON_INPUT: readonly ErrorCode[] = ['validation_failed', 'unknown_field'];
const ON_BODY: readonly ErrorCode[] = [
  'malformed_json',
  'incomplete_body',
  'too_large',
  'unsupported_media_type',
  'cross_site',
];
const SIGNED_IN: readonly ErrorCode[] = ['unauthenticated', 'forbidden'];

/** Returns the document for a mode as a plain object. */
export function openApiDocument(version: string, mode: 'production' | 'demo'): { openapi: string } & Json {
  const served = endpoints.filter((endpoint) => endpoint.mode !== 'demo' || mode === 'demo');
  const components = componentsOf(
    [...served.flatMap(usesOf), { schema: PROBLEM, owner: 'problem' }],
    new Map([...contractNames(), [JSON.stringify(PROBLEM), 'Problem']]),
  );
  const paths: Record<string, Json> = {};
  for (const endpoint of served) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [endpoint.method.toLowerCase()]: operationOf(endpoint, components),
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
      schemas: components.schemas,
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

/** Every schema of an operation, before shared schemas are moved out. */
function usesOf(endpoint: Endpoint): readonly Use[] {
  const { id: owner, kind, params, query, body, response } = endpoint;
  return [
    ...[params, query].flatMap((schema) => Object.values(propertiesOf(schema))),
    ...(body ? [jsonSchema(body, 'input')] : []),
    ...(kind === 'file' ? [] : [jsonSchema(response, 'output')]),
  ].map((schema) => ({ schema, owner }));
}

function operationOf(endpoint: Endpoint, components: Components): Json {
  const parameters = parametersOf(endpoint, components);
  return {
    operationId: endpoint.id,
    tags: [endpoint.action.split('.')[0]],
    'x-action': endpoint.action,
    // Where the body chooses the action, that of each value.
    ...(endpoint.chooses ? { 'x-actions': endpoint.chooses.actions } : {}),
    ...(securityOf(endpoint) ?? {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: components.referring(jsonSchema(endpoint.body, 'input')) },
            },
          },
        }
      : {}),
    responses: { [String(endpoint.status ?? 200)]: successOf(endpoint, components), ...refusalsOf(endpoint) },
  };
}

function securityOf({ action }: Endpoint): Json | null {
  if (action.startsWith('intake.')) return { security: [{ signature: [] }] };
  return actionRow(action).who === 'anyone' ? null : { security: [{ session: [] }] };
}

function parametersOf(endpoint: Endpoint, components: Components): readonly Json[] {
  const header = (name: string, description: string, required: boolean): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...fieldsOf(endpoint.params, 'path', components),
    ...fieldsOf(endpoint.query, 'query', components),
    ...(endpoint.precondition ? [header('If-Match', 'The version seen, as in ETag: "r3".', true)] : []),
    ...(endpoint.idempotency === 'ref'
      ? [header('Idempotency-Key', 'Repeating the call with the same key creates nothing more.', false)]
      : []),
  ];
}

function fieldsOf(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  components: Components,
): readonly Json[] {
  const required = schema ? (jsonSchema(schema, 'input').required as string[] | undefined) : [];
  return Object.entries(propertiesOf(schema)).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required ?? []).includes(name),
    schema: components.referring(property),
  }));
}

function propertiesOf(schema: z.ZodObject | undefined): Record<string, Json> {
  return schema ? ((jsonSchema(schema, 'input').properties ?? {}) as Record<string, Json>) : {};
}

function successOf(endpoint: Endpoint, components: Components): Json {
  const type = TYPE_OF[endpoint.kind];
  if (endpoint.kind === 'file')
    return {
      description: 'The bytes of the file',
      content: { [type]: { schema: { type: 'string', format: 'binary' } } },
    };
  return {
    description: 'Done',
    content: { [type]: { schema: components.referring(jsonSchema(endpoint.response, 'output')) } },
  };
}

const TYPE_OF = {
  json: 'application/json',
  events: 'text/event-stream',
  file: 'application/octet-stream',
} as const satisfies Record<Endpoint['kind'], string>;

/** One response per status, which names the error codes that it may have. */
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
