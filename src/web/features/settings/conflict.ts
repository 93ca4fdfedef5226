/** A part of the settings that somebody else saved meanwhile: what he changed, and my changes laid over his. */

type Texts = Readonly<Record<string, string | boolean>>;

/** The fields that are kept otherwise now than when the form was opened. */
export function changedMeanwhile<Values extends Texts>(
  before: Values,
  now: Values,
): (keyof Values & string)[] {
  return Object.keys(now).filter((name) => before[name] !== now[name]);
}

/** What was touched here goes over what is kept now; the rest stays as the other person left it. */
export function mineOverTheirs<Values extends Texts>(
  theirs: Values,
  mine: Values,
  touched: readonly string[],
): Values {
  return { ...theirs, ...Object.fromEntries(touched.map((name) => [name, mine[name]])) };
}
