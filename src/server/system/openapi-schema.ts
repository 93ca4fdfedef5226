/** Contract schemas as JSON Schema: the shapes the contract names are named here too, everything else stands in place. */
import { z } from 'zod';
import * as audit from '#contract/audit.ts';
import * as requests from '#contract/request-shapes.ts';
import * as session from '#contract/session.ts';
import * as settings from '#contract/settings.ts';
import * as staff from '#contract/staff.ts';
import { Done, MaskedText, PersonName, Total } from '#contract/wire.ts';

export type Json = Record<string, unknown>;
export type NamedSchemas = Record<string, Json>;

const NAMES = z.registry<{ id: string }>();
const SHAPES = {
  ...audit,
  ...requests,
  ...session,
  ...settings,
  ...staff,
  Done,
  MaskedText,
  PersonName,
  Total,
};
for (const [id, shape] of Object.entries(SHAPES)) if (shape instanceof z.ZodObject) NAMES.add(shape, { id });

/** `named` collects the shapes that the result refers to; without it everything stands in place. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named?: NamedSchemas): Json {
  const {
    $schema: _dialect,
    $defs,
    ...json
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    ...(named ? { metadata: NAMES } : { metadata: z.registry<{ id: string }>() }),
    override: ({ zodSchema, jsonSchema: made }) => {
      const { def } = zodSchema._zod;
      // Text is cleaned on its way in and stays text: its shape is the one before the transformation.
      if (io === 'output' && def.type === 'pipe' && 'in' in def && Object.keys(made).length === 0)
        Object.assign(made, jsonSchema(def.in as z.ZodType, 'input'));
      if (made.format) delete made.pattern; // the format says it in one word
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  }) as Json & { $defs?: Record<string, Json> };
  for (const [name, shape] of Object.entries($defs ?? {})) if (named) named[name] ??= moved(shape);
  return moved(json);
}

/** References lead to the document's own place for shapes. */
function moved<T>(json: T): T {
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
