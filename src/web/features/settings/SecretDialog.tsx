/**
 * Shows a new secret once, with a call to test it. Only its button closes it, so that no stray click loses the secret.
 */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { intakeExample } from '#web/lib/intake-example.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { CodeBlock } from '#web/ui/text/CodeBlock.tsx';
import { ShownOnce } from '#web/ui/text/ShownOnce.tsx';
import styles from './Settings.module.css';

type SecretDialogProps = { secret: string; onClose: () => void };

export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const { t } = useT();
  const heading = useId();
  useUnsaved(true);
  return (
    <Dialog open aria-labelledby={heading} maxWidth="md" fullWidth>
      <DialogTitle id={heading}>{t('settings.intake.once')}</DialogTitle>
      <DialogContent className={styles.once}>
        <ShownOnce lead={t('settings.intake.once_text')} label={t('settings.intake.secret')} text={secret} />
        <p>{t('settings.intake.try')}</p>
        <CodeBlock label={t('settings.intake.example')} text={intakeExample(location.origin, secret)} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('settings.intake.copied')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
