/** Converts contract schemas to JSON Schema without references; shared parts are found later in the whole document. */
import { z } from 'zod';

export type Json = Record<string, unknown>;

/** `input` is the form that a caller sends, `output` the form of the server's answer. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: made }) => {
      const { def } = zodSchema._zod;
      // A transformation has no JSON Schema. Ours only clean text, so the schema before the transformation applies.
      if (io === 'output' && def.type === 'pipe' && 'in' in def && Object.keys(made).length === 0)
        Object.assign(made, jsonSchema(def.in as z.ZodType, 'input'));
      if (made.format) delete made.pattern; // redundant beside the format
      if (made.maximum === Number.MAX_SAFE_INTEGER) delete made.maximum;
      if (made.minimum === Number.MIN_SAFE_INTEGER) delete made.minimum;
    },
  });
  return json;
}
