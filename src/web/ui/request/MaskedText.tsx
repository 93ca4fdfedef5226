/** A message in which the server has masked identifiers, with its line breaks kept. */
import type { MaskedText as MaskedTextValue } from '#contract/wire.ts';
import { Masked } from './Masked.tsx';
import styles from './MaskedText.module.css';

type MaskedTextProps = {
  text: Pick<MaskedTextValue, 'parts'>;
  /** One line with an ellipsis, for rows of a list. */
  oneLine?: boolean;
};

export function MaskedText({ text, oneLine = false }: MaskedTextProps) {
  let at = 0;
  return (
    <span className={oneLine ? styles.line : styles.text}>
      {text.parts.map((part) => {
        const shown = 'text' in part ? part.text : part.masked;
        // The offset in the text: unique, and the same on every render.
        const key = at;
        at += shown.length + 1;
        return 'text' in part ? <span key={key}>{shown}</span> : <Masked key={key}>{shown}</Masked>;
      })}
    </span>
  );
}
