/** The three views of an open event as tabs (the tab is in the URL), and its proof below them. */
import { Link } from 'react-router';
import type { getAuditEvent } from '#contract/audit.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '#web/ui/buttons/CopyButton.tsx';
import { eventLink, TABS } from './audit-query.ts';
import styles from './EventPanel.module.css';
import { EventWords } from './EventWords.tsx';
import { prettyBody } from './event-body.ts';
import { Row, Rows } from './Rows.tsx';
import { EventProof } from './seal/EventProof.tsx';
import { useAuditQuery } from './useAudit.ts';

export type OpenEvent = ResponseOf<typeof getAuditEvent>;

export function EventDetails({ event }: { event: OpenEvent }) {
  const { t } = useT();
  const { params, query } = useAuditQuery();
  const current = query.tab ?? 'words';
  return (
    <>
      <nav className={styles.tabs} aria-label={t('audit.panel.views')}>
        {TABS.map((tab) => (
          <Link
            key={tab}
            replace
            preventScrollReset
            to={eventLink(params, { tab: tab === 'words' ? null : tab })}
            aria-current={tab === current ? 'true' : undefined}
          >
            {t(`audit.tab.${tab}`)}
          </Link>
        ))}
      </nav>
      {current === 'words' && <EventWords event={event} />}
      {current === 'json' && <ExactRecord body={event.body} />}
      {current === 'context' && <Circumstances {...event.context} />}
      <EventProof event={event} />
    </>
  );
}

/** The JSON is indented for reading; the button copies the exact text, because the leaf hash is over that. */
function ExactRecord({ body }: { body: string | null }) {
  const { t } = useT();
  if (body === null) return <p className={styles.quiet}>{t('audit.panel.no_body')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it */}
      <section className={styles.json} aria-label={t('audit.tab.json')} tabIndex={0}>
        <pre>{prettyBody(body)}</pre>
      </section>
      <p className={styles.hint}>{t('audit.panel.exact_hint')}</p>
      <div className={styles.panelFoot}>
        <CopyButton text={body} label={t('audit.panel.copy_record')} />
      </div>
    </>
  );
}

function Circumstances({ requestId, method, route, session, authenticated }: OpenEvent['context']) {
  const { t, label } = useT();
  return (
    <Rows>
      <Row name={t('audit.context.call')}>
        {method && route ? (
          <code className={styles.mono}>
            {method} {route}
          </code>
        ) : (
          t('common.none')
        )}
      </Row>
      <Row name={t('state.request_id')}>
        {requestId ? (
          <>
            <code className={styles.mono}>{requestId}</code> <CopyButton text={requestId} />
          </>
        ) : (
          t('common.none')
        )}
      </Row>
      <Row name={t('audit.context.session')}>
        {session ? <code className={styles.mono}>{session}</code> : t('common.none')}
      </Row>
      <Row name={t('audit.context.signed_in')}>
        {authenticated ? label(`audit.auth.${authenticated}`, authenticated) : t('common.none')}
      </Row>
    </Rows>
  );
}
