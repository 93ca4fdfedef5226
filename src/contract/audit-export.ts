/** The log as files: asked for, made in the background, fetched when they are there. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDay, Id, InstantText, PersonName } from './wire.ts';

const base = { touchesSession: true } as const;

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;
export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** A name an export's file may have. */
const FileName = z.string().regex(/^(?:log(?:-\d{4}-\d{2})?\.(?:jsonl|csv)|manifest\.note)$/);

export const ExportFile = z.strictObject({
  name: FileName,
  bytes: z.int(),
  sha256: z.string(),
  /** Events in it; 0 for the manifest. */
  count: z.int(),
});
export type ExportFile = z.output<typeof ExportFile>;

export const AuditExport = z.strictObject({
  id: Id,
  askedBy: PersonName,
  askedAt: InstantText,
  format: z.enum(EXPORT_FORMATS),
  from: CivilDay.nullable(),
  to: CivilDay.nullable(),
  state: z.enum(EXPORT_STATES),
  done: z.int(),
  /** Null until it is counted. */
  total: z.int().nullable(),
  finishedAt: InstantText.nullable(),
  files: z.array(ExportFile),
});
export type AuditExport = z.output<typeof AuditExport>;

export const startAuditExport = endpoint({
  ...base,
  id: 'startAuditExport',
  method: 'POST',
  path: '/api/audit-exports',
  action: 'audit.export',
  kind: 'json',
  idempotency: 'none',
  status: 201,
  body: z.strictObject({
    format: z.enum(EXPORT_FORMATS),
    /** First day; JSON lines begin with the first leaf of its events, and say what the tree was before. */
    from: CivilDay.optional(),
    /** Last day; JSON lines end with the first signed checkpoint over all of its events. */
    to: CivilDay.optional(),
  }),
  response: AuditExport,
  errors: ['too_many_requests', 'not_possible'],
});

export const listAuditExports = endpoint({
  ...base,
  id: 'listAuditExports',
  method: 'GET',
  path: '/api/audit-exports',
  action: 'audit.exports',
  kind: 'json',
  idempotency: 'natural',
  response: z.strictObject({ items: z.array(AuditExport) }),
});

export const downloadAuditExport = endpoint({
  ...base,
  id: 'downloadAuditExport',
  method: 'GET',
  path: '/api/audit-exports/{id}/files/{name}',
  action: 'audit.download',
  kind: 'file',
  idempotency: 'natural',
  params: z.strictObject({ id: Id, name: FileName }),
  response: z.strictObject({ name: z.string(), bytes: z.int() }),
});
