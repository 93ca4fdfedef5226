/** The panel of one event beside the list. The server logs each opening. */
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { getAuditEvent } from '#contract/audit.ts';
import { ApiError } from '#web/api/call.ts';
import { queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { addressOf } from '#web/lib/page-address.ts';
import { requestIdOf } from '#web/lib/problem-text.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { SidePanel } from '#web/ui/overlay/SidePanel.tsx';
import { ErrorState } from '#web/ui/states/ErrorState.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { EventDetails } from './EventDetails.tsx';
import styles from './EventPanel.module.css';
import { eventName } from './event-words.ts';
import { useAuditQuery } from './useAudit.ts';

type EventPanelProps = { id: string };

export function EventPanel({ id }: EventPanelProps) {
  const words = useT();
  const { t, format } = words;
  const { textOf } = useProblemText();
  const { show } = useAuditQuery();
  // Not cached: each opening must reach the server, so that it is logged.
  const { data, error, refetch } = useQuery({
    ...queryOf(getAuditEvent, { params: { id } }),
    gcTime: 0,
    // A forbidden or missing event stays forbidden or missing.
    retry: false,
  });
  const copyLink = useCopyLink(id);
  const close = () => show({ event_id: null, tab: null }, true);
  // A page-wide shortcut, because the focus may still be in the list.
  useHotkeys([{ keys: 'Escape', label: 'panel.close', group: 'list', run: close }]);
  return (
    <SidePanel
      title={data ? eventName(data.row, words) : t(error ? TITLES[kindOf(error)] : 'state.loading')}
      subtitle={data && t('audit.panel.number', { code: data.row.code, seq: format.number(data.row.seq) })}
      onClose={close}
    >
      {data && <EventDetails event={data} />}
      {error && kindOf(error) === 'failed' && (
        <ErrorState cause={textOf(error)} requestId={requestIdOf(error)} onRetry={refetch} />
      )}
      {error && kindOf(error) !== 'failed' && <p className={styles.hint}>{textOf(error)}</p>}
      {data && (
        <div className={styles.panelFoot}>
          <Button variant="text" onClick={copyLink}>
            {t('audit.panel.copy_link')}
          </Button>
          <Kbd keys="KeyY" beside />
        </div>
      )}
    </SidePanel>
  );
}

const TITLES = {
  forbidden: 'state.forbidden',
  not_found: 'audit.empty',
  failed: 'state.error',
} as const;

/** A forbidden or missing event is a final answer; any other failure offers a retry. */
function kindOf(error: unknown): keyof typeof TITLES {
  const status = error instanceof ApiError ? error.problem.status : 0;
  return status === 403 ? 'forbidden' : status === 404 ? 'not_found' : 'failed';
}

function useCopyLink(id: string): () => Promise<void> {
  const { t } = useT();
  const notify = useSnackbar();
  const copy = async () => {
    await navigator.clipboard.writeText(addressOf(paths.auditEvent(id)));
    notify({ text: t('audit.panel.link_copied') });
  };
  useHotkeys([{ keys: 'KeyY', label: 'audit.panel.copy_link', group: 'item', run: () => void copy() }]);
  return copy;
}
