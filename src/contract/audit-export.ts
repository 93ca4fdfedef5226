/** Exports of the audit log: requested, written in the background, downloaded when they are done. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CivilDay, Id, InstantText, PersonName } from './wire.ts';

const base = { touchesSession: true } as const;

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;
export const EXPORT_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** The allowed names of an export's files, so that a path parameter cannot name any other file. */
const FileName = z.string().regex(/^(?:log(?:-\d{4}-\d{2})?\.(?:jsonl|csv)|manifest\.note)$/);

export const ExportFile = z.strictObject({
  name: FileName,
  bytes: z.int(),
  sha256: z.string(),
  /** Number of events in it; 0 for the manifest. */
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
  /** Number of events written so far. */
  done: z.int(),
  /** Number of events to write; null until they are counted. */
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
    /** First day. JSON lines begin with the first leaf of its events and contain the state of the tree before it. */
    from: CivilDay.optional(),
    /** Last day. JSON lines end with the first signed checkpoint that covers all of its events. */
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
