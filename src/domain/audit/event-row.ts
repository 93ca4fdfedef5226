/** The shape of an event's row and the five ways to write one. */

/** How long an event is kept follows from what kind of work it tells of. */
export const RETENTIONS = ['access', 'change', 'security', 'system'] as const;

type Severity = 'info' | 'notice' | 'warning' | 'alarm';
type Reading = 'listed' | 'opened' | 'revealed';

export type EventRow = {
  /** Frozen: never renumbered and never used again, because sealed records carry it. */
  code: string;
  severity: Severity;
  retention: (typeof RETENTIONS)[number];
  /** Which of the three ways of reading it is. */
  read?: Reading;
  /** The caller waits for the seal and gets the proof of inclusion with the answer. */
  awaited?: true;
  /** Has a code and is never written: a probe that carries nobody's data. */
  unrecorded?: true;
};

export type NamedEvent<Name extends string = string> = EventRow & { name: Name };

export const read = <const N extends string>(code: string, name: N, kind: Reading): NamedEvent<N> => ({
  code,
  name,
  severity: kind === 'revealed' ? 'notice' : 'info',
  retention: 'access',
  read: kind,
});
export const change = <const N extends string>(
  code: string,
  name: N,
  severity: Severity = 'info',
): NamedEvent<N> => ({ code, name, severity, retention: 'change' });
export const security = <const N extends string>(
  code: string,
  name: N,
  severity: Severity = 'notice',
): NamedEvent<N> => ({ code, name, severity, retention: 'security' });
export const system = <const N extends string>(
  code: string,
  name: N,
  severity: Severity = 'info',
): NamedEvent<N> => ({ code, name, severity, retention: 'system' });

export const awaited = <N extends string>(row: NamedEvent<N>): NamedEvent<N> => ({ ...row, awaited: true });
export const unrecorded = <N extends string>(row: NamedEvent<N>): NamedEvent<N> => ({
  ...row,
  unrecorded: true,
});
