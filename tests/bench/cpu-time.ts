/** Processor time that processes have used, which shows the cost of a page even on a busy machine. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ms used by the processes and their children, including ended ones; null on systems without /proc. */
export function cpuMs(roots: readonly number[]): number | null {
  try {
    const wanted = new Set(roots);
    let ticks = 0;
    for (const { pid, parent, own, ended } of processes()) {
      if (wanted.has(pid)) ticks += own + ended;
      else if (wanted.has(parent)) ticks += own;
    }
    return ticks * MS_A_TICK;
  } catch {
    return null;
  }
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const MS_A_TICK = 10;

function* processes(): Generator<{ pid: number; parent: number; own: number; ended: number }> {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(name);
    if (!fields) continue;
    // proc_pid_stat(5), counted after the name in brackets: state, parent, …, then utime, stime, cutime and cstime.
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
    yield {
      pid: Number(name),
      parent: Number(fields[1]),
      own: (user ?? 0) + (system ?? 0),
      ended: (endedUser ?? 0) + (endedSystem ?? 0),
    };
  }
}

/** The fields of /proc/<pid>/stat after the name; null when the process has ended in the meantime. */
function statOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
