/** Names for the document's schemas: those under which the contract exports them. */
import { z } from 'zod';
import { MODULES } from '#contract/index.ts';
import * as requestShapes from '#contract/request-shapes.ts';
import * as wire from '#contract/wire.ts';
import { jsonSchema } from './openapi-schema.ts';

/** The last two have shapes only. */
const NAMING: typeof MODULES = [...MODULES, requestShapes, wire];

/**
 * Returns names by the schema's JSON. A schema whose input form differs from its output form is named `…Input` there.
 */
export function contractNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, schema] of NAMING.flatMap((module) => Object.entries(module))) {
    if (!(schema instanceof z.ZodType)) continue;
    const [output, input] = [
      JSON.stringify(jsonSchema(schema, 'output')),
      JSON.stringify(jsonSchema(schema, 'input')),
    ];
    if (!names.has(output)) names.set(output, name);
    if (!names.has(input)) names.set(input, `${name}Input`);
  }
  return names;
}
