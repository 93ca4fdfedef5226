/** The types of a catalogue area and of the values that its messages take; the compiler checks both. */
import type { Locale } from './locale.ts';

type Message = Readonly<Record<Locale, string>>;

/** One file of `messages/`; it does not compile unless every id has every language. */
export type Area = Readonly<Record<string, Message>>;

/** Labels of a closed set: `Labels<'status', Status>` requires one row for each status and allows no other. */
export type Labels<Prefix extends string, Name extends string> = Readonly<
  Record<`${Prefix}.${Name}`, Message>
>;

/**
 * The values of a message, read from its text: `{name}` a string, `{n, plural, …}` a number, `{x, select, …}` a word.
 * It relies on branches that contain no arguments and close with `}}`; a test checks both.
 */
export type ValuesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Rest extends `${infer Head}}${infer Tail}`
    ? Head extends `${infer Name}, ${infer Kind},${string}`
      ? { [K in Name]: Kind extends 'plural' ? number : string } & (Rest extends `${string}}}${infer After}`
          ? ValuesIn<After>
          : unknown)
      : { [K in Head]: string } & ValuesIn<Tail>
    : unknown
  : unknown;
