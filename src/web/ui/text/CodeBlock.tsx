/** A text to copy unchanged, with a copy button: a link, a secret, a command. */
import { useId } from 'react';
import { CopyButton } from '../buttons/CopyButton.tsx';
import styles from './CodeBlock.module.css';

type CodeBlockProps = {
  label: string;
  text: string;
  /** The button's label; "Copy" by default. */
  copy?: string;
};

export function CodeBlock({ label, text, copy }: CodeBlockProps) {
  const heading = useId();
  return (
    <section className={styles.block} aria-labelledby={heading}>
      <div className={styles.head}>
        <span id={heading}>{label}</span>
        <CopyButton text={text} {...(copy === undefined ? {} : { label: copy })} />
      </div>
      <pre className={styles.code} translate="no">
        {text}
      </pre>
    </section>
  );
}
