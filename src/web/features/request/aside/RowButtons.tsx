/** The low-key buttons at the end of a field's row: reveal and compare. */
import Button from '@mui/material/Button';
import type { ReactNode, Ref } from 'react';
import type { ContactField } from '#domain/request/fields.ts';
import { useT } from '#web/lib/useT.ts';
import { useWhyNot } from '../ActionButton.tsx';
import { useDialogs } from '../dialogs/useDialogs.ts';
import type { Reveal } from '../reveal/useReveal.ts';
import styles from './Aside.module.css';

type RowButtonProps = {
  ref?: Ref<HTMLButtonElement>;
  /** Accessible name; it includes the field, because a screen reader may read the button without its row. */
  name: string;
  expanded?: boolean;
  /** Marks the button that the key V presses. */
  reveals?: boolean;
  /** Opens a form, which needs no connection. */
  opens?: boolean;
  onClick: () => void;
  children: ReactNode;
};

function RowButton({
  ref,
  name,
  expanded,
  reveals = false,
  opens = false,
  onClick,
  children,
}: RowButtonProps) {
  const why = useWhyNot(ALLOWED, opens);
  return (
    <Button
      ref={ref}
      variant="text"
      size="small"
      className={styles.button}
      aria-label={name}
      aria-expanded={expanded}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      data-reveals={reveals || undefined}
      onClick={() => {
        if (why === null) onClick();
      }}
    >
      {children}
    </Button>
  );
}

/** These buttons are rendered only if the rules allow the action, so only a missing connection can disable them. */
const ALLOWED = { ok: true, why: null };

export function RevealButton({ reveal, label }: { reveal: Reveal; label: string }) {
  const { t } = useT();
  return (
    <RowButton
      ref={reveal.button}
      name={t('guarded.reveal_name', { field: label })}
      onClick={reveal.ask}
      reveals
    >
      {t('request.reveal')}
    </RowButton>
  );
}

/** Opens the dialog that corrects the field; it opens without a connection too. */
export function ReplaceButton({ field, label }: { field: ContactField; label: string }) {
  const { t } = useT();
  const dialogs = useDialogs();
  return (
    <RowButton
      name={t('request.replace_name', { field: label })}
      opens
      onClick={() => dialogs.open('request.replace_contact', field)}
    >
      {t('request.replace')}
    </RowButton>
  );
}

type CompareButtonProps = { label: string; open: boolean; onToggle: () => void };

export function CompareButton({ label, open, onToggle }: CompareButtonProps) {
  const { t } = useT();
  return (
    <RowButton name={t('request.compare_name', { field: label })} expanded={open} onClick={onToggle}>
      {t('action.request.compare')}
    </RowButton>
  );
}
