/** A message whose identifiers the server has masked: text with plates in it, line breaks kept. */
import type { MaskedText as MaskedTextValue } from '#contract/wire.ts';
import { Masked } from './Masked.tsx';
import styles from './MaskedText.module.css';

type MaskedTextProps = {
  text: Pick<MaskedTextValue, 'parts'>;
  /** In a row: one line, cut off at its end. */
  oneLine?: boolean;
};

export function MaskedText({ text, oneLine = false }: MaskedTextProps) {
  let at = 0;
  return (
    <span className={oneLine ? styles.line : styles.text}>
      {text.parts.map((part) => {
        const shown = 'text' in part ? part.text : part.masked;
        const key = at;
        at += shown.length + 1;
        return 'text' in part ? <span key={key}>{shown}</span> : <Masked key={key}>{shown}</Masked>;
      })}
    </span>
  );
}
