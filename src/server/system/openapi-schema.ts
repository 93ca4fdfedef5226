/** Contract schemas as JSON Schema, everything in place: what is shared is found afterwards, in the whole document. */
import { z } from 'zod';

export type Json = Record<string, unknown>;

/** `input`: as a caller writes it; `output`: as the server answers. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      const { def } = zodSchema._zod;
      // Text is cleaned on its way in and stays text: its shape is the one before the transformation.
      if (io === 'output' && def.type === 'pipe' && 'in' in def && Object.keys(made).length === 0)
        Object.assign(made, jsonSchema(def.in as z.ZodType, 'input'));
      if (made.format) delete made.pattern; // the format says it in one word
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  });
  return json;
}
