/**
 * ORACLES: every way to ask whether a value is held here. All of them spend one budget of wrong guesses, else what one
 * refuses could be asked of the next. A guess aimed at one request is also limited there, for all people together.
 */
type OracleRow = { perRequestAndHour: number | null };

export const ORACLES = {
  /** "Type what the caller says": match or no match, of one request. */
  compare: { perRequestAndHour: 5 },
  /** Requests from an address or number. */
  search: { perRequestAndHour: null },
  /** Who has seen the data of a person, found by an address or number. */
  person_trail: { perRequestAndHour: null },
  /** Closing as a duplicate says whether the other request has the same sender. */
  duplicate: { perRequestAndHour: null },
  /** Typing an address, in a new request or for a mistyped one, shows others of it; that is withheld, as neither is refused. */
  suggestion: { perRequestAndHour: null },
} as const satisfies Record<string, OracleRow>;

export type Oracle = keyof typeof ORACLES;

/** Wrong guesses of all oracles together. Those of a sign-in are given anew by signing in again, up to those of a day. */
export const MISSES = { perSignIn: 20, perDay: 100 } as const;
