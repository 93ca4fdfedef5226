/**
 * A link or a secret that the server gives only once. Wherever it appears, it is brought into view, takes the focus and
 * is announced, because who misses it has to make another.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { CodeBlock } from './CodeBlock.tsx';
import styles from './ShownOnce.module.css';

type ShownOnceProps = {
  /** That it is shown once; read aloud when it appears. */
  lead: string;
  label: string;
  text: string;
  /** What else is to be known about it. */
  children?: ReactNode;
};

/** The key makes a second one in the same place appear like the first. */
export function ShownOnce(props: ShownOnceProps) {
  return <Once key={props.text} {...props} />;
}

function Once({ lead, label, text, children }: ShownOnceProps) {
  const announce = useAnnounce();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    announce(lead);
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [announce, lead]);
  return (
    <div ref={place} className={styles.once} tabIndex={-1}>
      <p>{lead}</p>
      <CodeBlock label={label} text={text} />
      {children}
    </div>
  );
}
