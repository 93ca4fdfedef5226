/**
 * Copies a plain value (a number, an id) and announces it. Not for a revealed value, whose copy is an audit event of
 * its own.
 */
import Button from '@mui/material/Button';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useT } from '#web/lib/useT.ts';

type CopyButtonProps = { text: string; label?: string };

export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useT();
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(t('common.copied'));
  };
  return (
    <Button variant="text" onClick={copy}>
      {label ?? t('common.copy')}
    </Button>
  );
}
