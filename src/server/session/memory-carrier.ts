/** Holds the session token in memory, for the demo in the browser, where a response cannot set a cookie. */
import type { SessionCarrier } from '#server/deps.ts';

/** For a single caller; the token is lost when the page is closed. */
export function memoryCarrier(): SessionCarrier {
  let held: string | null = null;
  return {
    tokenOf: () => held,
    carry: (_headers, token) => {
      held = token;
    },
    drop: () => {
      held = null;
    },
  };
}
