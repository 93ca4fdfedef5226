/** The session token in memory: for the demonstration in the browser, where no answer can set a cookie. */
import type { SessionCarrier } from '#server/deps.ts';

/** One caller, one token; gone with the page. */
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
