/**
 * Resolves a conflict with another person's save: finds the fields they changed, and merges the local input over them.
 */

type Texts = Readonly<Record<string, string | boolean>>;

/** The fields whose stored value differs from when the form was opened. */
export function changedMeanwhile<Values extends Texts>(
  before: Values,
  now: Values,
): (keyof Values & string)[] {
  return Object.keys(now).filter((name) => before[name] !== now[name]);
}

/** Fields touched in the form override the stored ones; the others keep the other person's values. */
export function mineOverTheirs<Values extends Texts>(
  theirs: Values,
  mine: Values,
  touched: readonly string[],
): Values {
  return { ...theirs, ...Object.fromEntries(touched.map((name) => [name, mine[name]])) };
}
