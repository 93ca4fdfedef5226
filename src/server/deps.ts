/** Declares the application's ports to the outside; main.ts and the browser demo provide the adapters. */
import type { Transaction } from 'kysely';
import type { Role } from '#domain/access/roles.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import type { ExportPlace } from './audit/export/place.ts';
import type { Database, DatabaseKind, Space } from './db/database.ts';
import type { Tables } from './db/schema.ts';
import type { SessionPace } from './http/session-pace.ts';
import type { PasswordHasher } from './session/password.ts';
import type { Vault } from './vault/vault.ts';

export type Tx = Transaction<Tables>;

export type Config = {
  mode: 'production' | 'demo';
  version: string;
  /** The one allowed origin, e.g. https://desk.example.kz; null on loopback without one. */
  publicUrl: string | null;
  /** Plain http on loopback: cookies drop __Host- and Secure, and the page says so. */
  plainHttp: boolean;
  /** Origin under which people open the desk; links in invitations begin with it. */
  origin: string;
  database: DatabaseKind;
  keyFile: string | null;
};

/** How the session token and the mark of known devices travel: cookies on the server, memory in the browser demo. */
export type SessionCarrier = {
  tokenOf(request: Request): string | null;
  carry(headers: Headers, token: string, endsAt: Temporal.Instant): void;
  drop(headers: Headers): void;
  /** The cookie of known devices; outlives the session. */
  deviceOf(headers: Headers): string | null;
  carryDevice(headers: Headers, value: string, endsAt: Temporal.Instant): void;
};

/** The operational log, one structured line per call. It must never contain a personal value. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/**
 * Sends a letter; resolves with the mail server's answer, rejects on a fault that should be retried. `unknown`: the
 * connection broke when the letter may already have been accepted.
 */
export type MailPort = {
  send(letter: Letter, smtp: SmtpSettings): Promise<Delivery>;
};
export type Delivery = { state: 'sent' } | { state: 'refused' | 'retry' | 'unknown'; code: string };
export type SmtpSettings = {
  host: string;
  port: number;
  security: 'none' | 'starttls' | 'tls';
  user: string;
  password: string;
  from: string;
  fromName: string;
};
export type Letter = { to: string; subject: string; text: string; mailId: string; inReplyTo: string | null };

export type Ports = {
  vault: Vault;
  passwords: PasswordHasher;
  newId: () => string;
  calendar: WorkingCalendar;
  carrier: SessionCarrier;
  config: Config;
  log: Log;
  /** Absent where no files can be stored, as in a browser. */
  exports?: ExportPlace;
  /** The space that the database has. Absent where that is not known, as in a browser. */
  space?: () => Space;
  /** False while checkpoints cannot be written, for want of space or of the volume. Absent where none are. */
  publishes?: () => boolean;
};

export type Deps = Ports & {
  db: Database;
  now: () => Temporal.Instant;
  mail: MailPort;
  /** Returns the caller's address; a forwarded one only from a trusted proxy. */
  addressOf: (request: Request) => string;
  /** How many calls a session may make; absent where it is the only one, as in a browser. */
  pace?: SessionPace;
  /** Seals committed events now instead of within a second; absent where no sealer runs. */
  seal?: () => Promise<unknown>;
  /** Whether the sealer works; `clock_behind` while the clock precedes the newest event. Absent where none runs. */
  sealing?: () => 'sealing' | 'clock_behind';
  /** True once the process has been asked to stop: readiness fails then, so that no new calls are sent here. */
  closing?: () => boolean;
};

/** The caller: a person of the desk, a program that signs its calls, the system itself, or `nobody` before sign-in. */
export type Caller =
  | {
      kind: 'person';
      id: string;
      name: string;
      roles: readonly Role[];
      session: { mark: string; authenticated: string };
    }
  | { kind: 'program'; id: string }
  | { kind: 'system' }
  | { kind: 'nobody' };
