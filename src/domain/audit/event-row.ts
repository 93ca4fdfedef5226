/** The type of an audit event's row, and short constructors for its kinds. */

/** The kind of work an event records; it decides how long the body is kept. */
export const RETENTIONS = ['access', 'change', 'security', 'system'] as const;

/** Prefixes of the codes, in the order in which lists of events are shown; a code outside them does not compile. */
export const SERIES = ['RQ', 'DC', 'PD', 'AU', 'ST', 'SE', 'SS', 'AC', 'IN', 'ML', 'SY', 'LG'] as const;
type EventCode = `${(typeof SERIES)[number]}${number}`;

type Severity = 'info' | 'notice' | 'warning' | 'alarm';
type Reading = 'listed' | 'opened' | 'revealed';

export type EventRow = {
  /** Frozen: never renumbered and never reused, because sealed records contain it. */
  code: EventCode;
  severity: Severity;
  retention: (typeof RETENTIONS)[number];
  /** Set for reads: rows in a list, one record opened, or a value revealed. */
  read?: Reading;
  /** The call waits for the seal, and its answer contains the inclusion proof. */
  awaited?: true;
  /** Has a code but is never written, because its call returns no subject's data. */
  unrecorded?: true;
};

export type NamedEvent<Name extends string = string> = EventRow & { name: Name };

export const read = <const N extends string>(code: EventCode, name: N, kind: Reading): NamedEvent<N> => ({
  code,
  name,
  severity: kind === 'revealed' ? 'notice' : 'info',
  retention: 'access',
  read: kind,
});
export const change = <const N extends string>(
  code: EventCode,
  name: N,
  severity: Severity = 'info',
): NamedEvent<N> => ({ code, name, severity, retention: 'change' });
export const security = <const N extends string>(
  code: EventCode,
  name: N,
  severity: Severity = 'notice',
): NamedEvent<N> => ({ code, name, severity, retention: 'security' });
export const system = <const N extends string>(
  code: EventCode,
  name: N,
  severity: Severity = 'info',
): NamedEvent<N> => ({ code, name, severity, retention: 'system' });

export const awaited = <N extends string>(row: NamedEvent<N>): NamedEvent<N> => ({ ...row, awaited: true });
export const unrecorded = <N extends string>(row: NamedEvent<N>): NamedEvent<N> => ({
  ...row,
  unrecorded: true,
});
