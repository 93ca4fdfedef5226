/** Compiles ICU messages to the form that Lingui runs, so that the browser does not download the parser. */
import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Locale } from './locale.ts';
import type { Area } from './message.ts';

export type Compiled = Record<string, CompiledMessage>;

/** Returns all messages of one language, compiled. Throws Error with the message's id for a malformed text. */
export function compileArea(area: Area, locale: Locale): Compiled {
  return Object.fromEntries(Object.entries(area).map(([id, message]) => [id, compiled(id, message[locale])]));
}

function compiled(id: string, text: string): CompiledMessage {
  try {
    return ownNumbers(compileMessageOrThrow(text), null);
  } catch (error) {
    throw new Error(`message ${id}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Replaces `#` by the preformatted value `n#`, because Lingui formats `#` with Intl, which prints `12,345` in Kazakh.
 */
function ownNumbers(message: CompiledMessage, counted: string | null): CompiledMessage {
  return message.map((token) => {
    if (token === '#' && counted !== null) return [`${counted}#`];
    if (typeof token === 'string') return token;
    const [name, kind, branches] = token;
    if (typeof branches !== 'object' || branches === null) return token;
    const over = kind === 'plural' || kind === 'selectordinal' ? name : counted;
    const rewritten = Object.entries(branches).map(([key, part]) => [
      key,
      Array.isArray(part) ? ownNumbers(part, over) : part,
    ]);
    return [name, kind, Object.fromEntries(rewritten)] as typeof token;
  });
}
