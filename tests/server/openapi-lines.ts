/**
 * The OpenAPI document as lines for a readable diff: one for each operation, then the shared schemas with one for each
 * property. Only the order of operations and of enum values is lost, which has no meaning; anything that does not have
 * the usual form is printed in full.
 */

type Json = Record<string, unknown>;
type Described = Json & {
  paths: Record<string, Record<string, Operation>>;
  components: Json & { schemas: Json };
};
type Operation = Json & {
  operationId: string;
  parameters?: readonly Parameter[];
  responses: Record<string, Json>;
};
type Parameter = Json & { name: string; in: string; required: boolean; schema: Json };

export function linesOf(document: Json): string {
  const { paths, components, ...about } = document as Described;
  const { schemas, ...otherComponents } = components;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => `${path} ${method.toUpperCase()} ${lineOf(operation)}`,
    ),
  );
  const shapes = Object.entries(schemas).flatMap(([name, schema]) => shapeLines(name, schema as Json));
  return `${[brief(about), brief(otherComponents), '', ...operations.toSorted(), '', ...shapes].join('\n')}\n`;
}

function lineOf({ operationId, parameters = [], requestBody, responses, ...rest }: Operation): string {
  return [
    operationId,
    brief(rest),
    ...parameters.map(parameter),
    ...(requestBody === undefined ? [] : [`body ${contentOf(requestBody, { required: true })}`]),
    ...Object.entries(responses).map(([status, response]) => `${status} ${answer(response)}`),
  ].join(' | ');
}

function parameter({ name, in: place, required, schema, ...rest }: Parameter): string {
  const more = Object.keys(rest).length > 0 ? ` ${brief(rest)}` : '';
  return `${place} ${name}${required ? '' : '?'}: ${brief(schema)}${more}`;
}

/** A refusal as its codes, a success as its content. */
function answer(response: Json): string {
  const { description } = response;
  const refusal = { description, content: { 'application/problem+json': { schema: PROBLEM } } };
  if (JSON.stringify(response) === JSON.stringify(refusal)) return String(description);
  return contentOf(response, { description: 'Done' });
}
const PROBLEM = { $ref: '#/components/schemas/Problem' };

/**
 * The schema alone, if JSON is the only content and everything besides it equals `usual`; otherwise the whole value.
 */
function contentOf(value: unknown, usual: Json): string {
  const { content, ...rest } = value as Json & { content?: Json };
  const { 'application/json': json, ...others } = (content ?? {}) as { 'application/json'?: Json };
  const { schema, ...more } = json ?? {};
  const plain =
    Object.keys({ ...others, ...more }).length === 0 && JSON.stringify(rest) === JSON.stringify(usual);
  return plain && schema ? brief(schema) : brief(value);
}

function shapeLines(name: string, { properties, ...schema }: Json): readonly string[] {
  const fields = Object.entries((properties ?? {}) as Json);
  return [`${name} ${brief(schema)}`, ...fields.map(([field, shape]) => `  ${field}: ${brief(shape)}`)];
}

/** JSON without quotes around keys, and with the name of a shared schema instead of a reference to it. */
function brief(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(brief).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const [, name] = REFERENCE.exec(JSON.stringify(value)) ?? [];
  const parts = entries.map(([key, part]) => `${key}: ${brief(key === 'enum' ? sorted(part) : part)}`);
  return name ?? `{${parts.join(', ')}}`;
}
const REFERENCE = /^\{"\$ref":"#\/components\/schemas\/(\w+)"\}$/;

function sorted(values: unknown): unknown {
  return Array.isArray(values) ? values.toSorted() : values;
}
