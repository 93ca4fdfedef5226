/**
 * VISIBILITY: what each role sees of each class of fields, by track. The page "Who sees what", the serialisers and the
 * tests read this table.
 */
import type { FieldClass } from '#domain/request/fields.ts';
import type { Track } from '#domain/request/types.ts';
import type { Condition } from './conditions.ts';
import type { Role } from './roles.ts';

export type Level = 'clear' | 'masked' | 'hidden';

export type Cell = {
  level: Level;
  /** The value may be shown in full for 60 s with a purpose, if all of these hold; an empty list holds always. */
  reveal?: readonly Condition[];
  /** The value may be compared with what a caller says; the answer is match or no match. */
  compare?: true;
  /** What is shown in spite of the level: the viewer's own call notes. */
  except?: 'own_call_notes';
};

const CLEAR: Cell = { level: 'clear' };
const MASKED: Cell = { level: 'masked' };
const HIDDEN: Cell = { level: 'hidden' };
const NEVER = { support: HIDDEN, officer: HIDDEN } as const;
const both = (cell: Cell) => ({ support: cell, officer: cell });

const VISIBILITY = {
  identity: {
    support: { support: CLEAR, officer: { level: 'masked', compare: true } },
    privacy_officer: both(CLEAR),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  contact_details: {
    support: {
      support: { level: 'masked', compare: true, reveal: ['assigned_to_me', 'support_reveal_budget'] },
      officer: { level: 'masked', compare: true },
    },
    privacy_officer: both({ level: 'masked', reveal: [], compare: true }),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  content: {
    support: { support: CLEAR, officer: HIDDEN },
    privacy_officer: both({ level: 'clear', reveal: [] }),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  identifier: {
    support: { support: MASKED, officer: HIDDEN },
    privacy_officer: both({ level: 'masked', reveal: [], compare: true }),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  // Support needs the device to find the cause of an error (policy 1.2).
  technical: {
    support: { support: CLEAR, officer: HIDDEN },
    privacy_officer: both(CLEAR),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  network: {
    support: NEVER,
    privacy_officer: both({ level: 'masked', reveal: [] }),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  internal: {
    support: { support: CLEAR, officer: { level: 'hidden', except: 'own_call_notes' } },
    privacy_officer: both(CLEAR),
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
  // Notes on financial monitoring must not be disclosed, so no role reads them here (AML Law art. 11(5)).
  confidential: {
    support: NEVER,
    privacy_officer: NEVER,
    manager: NEVER,
    auditor: NEVER,
    administrator: NEVER,
  },
} as const satisfies Record<FieldClass, Record<Role, Record<Track, Cell>>>;

export function cellOf(fieldClass: FieldClass, role: Role, track: Track): Cell {
  return VISIBILITY[fieldClass][role][track];
}
