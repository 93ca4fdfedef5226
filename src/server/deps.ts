/** Everything the application needs from outside, as ports; main.ts and the browser demo choose the adapters. */
import type { Transaction } from 'kysely';
import type { Role } from '#domain/access/roles.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import type { ExportPlace } from './audit/export/place.ts';
import type { Database, DatabaseKind } from './db/database.ts';
import type { Tables } from './db/schema.ts';
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
  /** Where people open the desk; links in invitations begin with it. */
  origin: string;
  database: DatabaseKind;
  keyFile: string | null;
};

/** How the session token travels: a cookie on the server, memory in the browser demo. */
export type SessionCarrier = {
  tokenOf(request: Request): string | null;
  carry(headers: Headers, token: string, endsAt: Temporal.Instant): void;
  drop(headers: Headers): void;
};

/** One line of structured log; never a personal value. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/**
 * A letter on its way out; resolves with what the server said, rejects on a fault worth retrying. `unknown`: the
 * connection broke where the letter may already have been accepted.
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
  /** Absent where nothing can be kept, as in a browser. */
  exports?: ExportPlace;
};

export type Deps = Ports & {
  db: Database;
  now: () => Temporal.Instant;
  mail: MailPort;
  /** The caller's address as far as the proxy settings allow to trust it. */
  addressOf: (request: Request) => string;
  /** Seals what is committed, now rather than within the second; absent where nothing seals. */
  seal?: () => Promise<unknown>;
  /** True once the process has been asked to end: nothing new should be sent here. */
  closing?: () => boolean;
};

/** Who calls: a person of the desk, a program that signs, or nobody yet. */
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
