/** Names for the document's schemas: those under which the contract exports them. */
import { z } from 'zod';
import * as audit from '#contract/audit.ts';
import * as auditDays from '#contract/audit-days.ts';
import * as auditExport from '#contract/audit-export.ts';
import * as auditSeal from '#contract/audit-seal.ts';
import * as auditYearly from '#contract/audit-yearly.ts';
import * as intake from '#contract/intake.ts';
import * as requestShapes from '#contract/request-shapes.ts';
import * as requestsRead from '#contract/requests-read.ts';
import * as requestsWrite from '#contract/requests-write.ts';
import * as session from '#contract/session.ts';
import * as settings from '#contract/settings.ts';
import * as staff from '#contract/staff.ts';
import * as system from '#contract/system.ts';
import * as trails from '#contract/trails.ts';
import * as wire from '#contract/wire.ts';
import { jsonSchema } from './openapi-schema.ts';

const MODULES = [
  audit,
  auditDays,
  auditExport,
  auditSeal,
  auditYearly,
  intake,
  requestShapes,
  requestsRead,
  requestsWrite,
  session,
  settings,
  staff,
  system,
  trails,
  wire,
];

/**
 * Returns names by the schema's JSON. A schema whose input form differs from its output form is named `…Input` there.
 */
export function contractNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, schema] of MODULES.flatMap((module) => Object.entries<unknown>(module))) {
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
