/** The actions on the audit log. */
import { awaited, read, security, unrecorded } from '#domain/audit/event-row.ts';
import { type ActionRow, ANY } from './row.ts';

const READERS = { privacy_officer: ANY, auditor: ANY, administrator: ANY } as const;
const CHECKERS = { privacy_officer: ANY, auditor: ANY } as const;

export const AUDIT_ACTIONS = {
  'audit.list': { who: READERS, event: read('AU001', 'audit.listed', 'listed') },
  'audit.open': { who: READERS, event: read('AU002', 'audit.opened', 'opened') },
  'audit.count': { who: READERS, event: read('AU003', 'audit.counted', 'listed') },
  'audit.seal': { who: READERS, event: read('AU004', 'audit.seal_read', 'listed') },
  'audit.leaves': {
    who: READERS,
    event: read('AU005', 'audit.leaves_read', 'listed'),
  },
  'audit.verify': {
    who: READERS,
    event: security('AU006', 'audit.verified', 'notice'),
  },
  'audit.export': { who: CHECKERS, event: awaited(security('AU008', 'audit.exported', 'warning')) },
  'audit.exports': { who: CHECKERS, event: unrecorded(read('AU012', 'audit.exports_listed', 'listed')) },
  'audit.download': { who: CHECKERS, event: security('AU013', 'audit.export_downloaded', 'warning') },
  'audit.sample': { who: CHECKERS, event: read('AU009', 'audit.sampled', 'listed') },
  'audit.roles': {
    who: READERS,
    event: security('AU010', 'audit.roles_read', 'info'),
  },
  // Reveals which requests came from one address, so it is limited to the officer, who answers for the data, and audit.
  'audit.person_trail': { who: CHECKERS, event: read('AU011', 'audit.person_trail_read', 'opened') },
} as const satisfies Record<string, ActionRow>;
