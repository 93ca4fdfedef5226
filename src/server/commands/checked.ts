/** What a check of `doctor` finds, and how a table of checks is run. */
import { explainedFault } from '#server/process/start-fault.ts';

/** `ok`; `look`: it works, but something about it needs a decision or a setting; `fault`: it does not work. */
export type Checked = { name: string; state: 'ok' | 'look' | 'fault'; says: string };
export type Checks<From> = Readonly<Record<string, (from: From) => Promise<Omit<Checked, 'name'>>>>;

/** Runs the checks in order; one that throws is a fault with its own words. */
export async function checked<From>(checks: Checks<From>, from: From): Promise<readonly Checked[]> {
  const found: Checked[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const result = await check(from).catch((error: unknown) => fault(wordsOf(error)));
    found.push({ name, ...result });
  }
  return found;
}

/** In one line. */
export function wordsOf(error: unknown): string {
  const words = explainedFault(error) ?? (error instanceof Error ? error.message : String(error));
  return words.replaceAll('\n', ' ');
}

export const ok = (says: string) => ({ state: 'ok', says }) as const;
export const look = (says: string) => ({ state: 'look', says }) as const;
export const fault = (says: string) => ({ state: 'fault', says }) as const;
