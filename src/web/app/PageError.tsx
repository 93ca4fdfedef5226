/**
 * Shown in place of a page that failed: no right to it, no such page, a build that is no longer served, or an error.
 */
import Button from '@mui/material/Button';
import { Link, useMatches, useRevalidator, useRouteError } from 'react-router';
import { ApiError, NoAnswer } from '#web/api/call.ts';
import { requestIdOf } from '#web/lib/problem-text.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import { Announcer } from '#web/ui/states/Announcer.tsx';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { ErrorState } from '#web/ui/states/ErrorState.tsx';
import { ForbiddenState } from '#web/ui/states/ForbiddenState.tsx';
import styles from './PageError.module.css';
import { type PageHandle, StaleBuild } from './page-route.ts';

export function PageError() {
  const { t } = useT();
  const { textOf } = useProblemText();
  const error = useRouteError();
  const action = useRefusedAction();
  const { revalidate } = useRevalidator();
  const code = codeOf(error);
  useWindowTitle(t(TITLES[code]));
  if (code === 'forbidden') return <ForbiddenState {...(action ? { action } : {})} cause={textOf(error)} />;
  if (code === 'not_found')
    return (
      <EmptyState page title={t('state.not_found')} action={<Link to="/">{t('page.back_home')}</Link>}>
        {t('state.not_found_hint')}
      </EmptyState>
    );
  if (code === 'stale')
    return (
      <EmptyState
        title={t('page.stale_title')}
        action={
          <Button variant="contained" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        }
      >
        {t('page.stale_hint')}
      </EmptyState>
    );
  return (
    <ErrorState
      page
      cause={causeOf(error, textOf, t('page.broken'))}
      requestId={requestIdOf(error)}
      onRetry={revalidate}
    />
  );
}

/** For errors outside the shell, when the server does not answer before the first page or the shell itself fails. */
export function RootError() {
  return (
    <Announcer>
      <header className={styles.brand}>Өтініш</header>
      <main id="main">
        <PageError />
      </main>
    </Announcer>
  );
}

const TITLES = {
  forbidden: 'state.forbidden',
  not_found: 'state.not_found',
  stale: 'page.stale_title',
  failed: 'state.error',
} as const;

function codeOf(error: unknown): keyof typeof TITLES {
  if (error instanceof StaleBuild) return 'stale';
  const status = error instanceof ApiError ? error.problem.status : statusOf(error);
  return status === 403 ? 'forbidden' : status === 404 ? 'not_found' : 'failed';
}

/** The status of a Response that a loader threw, or of the router's own 404. */
function statusOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
}

/**
 * The server's words for a refusal; an error in the page's own code gets general words, because the server did nothing
 * wrong.
 */
function causeOf(error: unknown, textOf: (error: unknown) => string, broken: string): string {
  return error instanceof ApiError || error instanceof NoAnswer ? textOf(error) : broken;
}

/** The action of the innermost matched route: the right the page asked for. */
function useRefusedAction() {
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined);
  return handles.findLast((handle) => handle?.action)?.action;
}
