/** Shape of a catalogue area and the values its messages ask for, both checked by the compiler. */
import type { Locale } from './locale.ts';

type Message = Readonly<Record<Locale, string>>;

/** One file of `messages/`: every id in every language, or it does not compile. */
export type Area = Readonly<Record<string, Message>>;

/** Labels of a closed set: `Labels<'status', Status>` demands one row for each status and allows no other. */
export type Labels<Prefix extends string, Name extends string> = Readonly<
  Record<`${Prefix}.${Name}`, Message>
>;

/**
 * Values a message takes, read from its text: `{name}` a string, `{n, plural, …}` a number, `{x, select, …}` a word.
 * Works because branches hold no arguments of their own and close as `}}` (a test keeps both true).
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
