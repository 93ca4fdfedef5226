/** Processor time that processes have used: says what a page costs even where other programs compete for the processors. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ms of the processes and of all their children that live; null where the system does not tell (not Linux). */
export function cpuMs(roots: readonly number[]): number | null {
  try {
    const wanted = new Set(roots);
    let ticks = 0;
    for (const { pid, parent, used } of processes()) {
      if (!wanted.has(pid) && !wanted.has(parent)) continue;
      ticks += used;
    }
    return ticks * MS_A_TICK;
  } catch {
    return null;
  }
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const MS_A_TICK = 10;

function* processes(): Generator<{ pid: number; parent: number; used: number }> {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(name);
    if (!fields) continue;
    // After the name in brackets: state, parent, …; user and system time are the 12th and 13th of these.
    yield { pid: Number(name), parent: Number(fields[1]), used: Number(fields[11]) + Number(fields[12]) };
  }
}

/** Null when it ended meanwhile. */
function statOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
