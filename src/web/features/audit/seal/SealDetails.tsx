/** Disclosure under the seal line: how verification works, the key to compare with the operator's, and a full run. */
import Button from '@mui/material/Button';
import type { AuditSeal } from '#contract/audit-seal.ts';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { downloadText } from '#web/lib/download-text.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { CodeBlock } from '#web/ui/text/CodeBlock.tsx';
import styles from './Seal.module.css';
import { useVerify } from './SealRun.tsx';
import { useSeal } from './seal-store.ts';
import { READ_WHOLE } from './verification.ts';

const KEY_COMMAND = 'npm run otinish -- log-key';

export function SealDetails({ seal }: { seal: AuditSeal }) {
  const { t } = useT();
  const { remembered, run } = useSeal();
  const verify = useVerify();
  const key = remembered?.key ?? seal.key;
  return (
    <details className={styles.details}>
      <summary>{t('seal.details')}</summary>
      <div className={styles.inside}>
        <p>{t('seal.how')}</p>
        {key !== null && (
          <>
            <CodeBlock label={t('seal.key')} text={key} />
            <p>
              {t(remembered ? 'seal.key_trust' : 'seal.key_new')}{' '}
              {remembered && <code translate="no">{KEY_COMMAND}</code>}
            </p>
          </>
        )}
        {remembered && <CodeBlock label={t('seal.checkpoint')} text={remembered.note} />}
        <div className={styles.buttons}>
          {seal.size > READ_WHOLE && (
            <WhyButton busy={run.state === 'running'} onClick={() => verify(true)}>
              {t('seal.verify_all')}
            </WhyButton>
          )}
          {remembered && (
            <Button onClick={() => downloadText(checkpointFile(remembered.note), remembered.note)}>
              {t('seal.checkpoint_keep')}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}

function checkpointFile(note: string): string {
  return `otinish-checkpoint-${parseCheckpoint(note).size}.txt`;
}
