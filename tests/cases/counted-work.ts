/**
 * Counts the work of reading a text, so that a test can say how it grows without reading a clock: bytes allocated
 * (copying a string that grows shows there) and what sorting marks costs inside the engine. What an expression does no
 * counter sees, so those that met a long text are named apart, to be judged by their form.
 */
import { getHeapStatistics } from 'node:v8';

/** A shorter text can be searched in any way. */
const LONG = 1_000;
const BYTES_A_STEP = 16;

export function stepsOf(run: () => void): number {
  const { normalize } = String.prototype;
  let marks = 0;
  String.prototype.normalize = function (this: string, form?: string) {
    marks += costOfMarks(this);
    return normalize.call(this, form);
  };
  try {
    const before = allocated();
    run();
    return marks + Math.round((allocated() - before) / BYTES_A_STEP);
  } finally {
    String.prototype.normalize = normalize;
  }
}

/** Of the whole process since its start, whatever was collected since. */
function allocated(): number {
  // Newer than its types.
  return (getHeapStatistics() as { total_allocated_bytes?: number }).total_allocated_bytes ?? Number.NaN;
}

/** Sorting the marks of a letter is quadratic in their number, inside `normalize`. */
function costOfMarks(text: string): number {
  let cost = 0;
  for (const [run] of text.matchAll(/\p{M}+/gu)) cost += run.length ** 2;
  return cost;
}

/** The expressions that met a long text while `run` ran. */
export function expressionsOf(run: () => void): readonly RegExp[] {
  const { exec } = RegExp.prototype;
  const replace = RegExp.prototype[Symbol.replace];
  const met = new Map<string, RegExp>();
  const note = (expression: RegExp, text: string) => {
    if (text.length > LONG) met.set(String(expression), expression);
  };
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    note(this, text);
    return exec.call(this, text);
  };
  RegExp.prototype[Symbol.replace] = function (this: RegExp, text: string, by: never) {
    note(this, text);
    return replace.call(this, text, by);
  };
  try {
    run();
  } finally {
    RegExp.prototype.exec = exec;
    RegExp.prototype[Symbol.replace] = replace;
  }
  return [...met.values()];
}

/**
 * Whether an expression repeats without limit before something that must follow. Searching for such a one tries every
 * place in turn and may run to the end from each: `<[^>]*>` over a text of `<` is quadratic.
 */
export function repeatsBeforeMore({ source, multiline }: RegExp): boolean {
  const shape = source
    .replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\./g, 'c')
    .replace(/\[[^\]]*\]/g, 'c');
  // Tried at one place only.
  if (shape.startsWith('^') && !multiline) return false;
  return /(?:[*+]|\{\d+,\})(?!\)*(?:\||$))/.test(shape);
}
