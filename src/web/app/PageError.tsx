/** What stands in a page's place when it cannot be shown: no right, no such page, an older build, or a failure. */
import Button from '@mui/material/Button';
import { Link, useMatches, useRevalidator, useRouteError } from 'react-router';
import { ApiError, NoAnswer } from '#web/api/call.ts';
import { requestIdOf } from '#web/lib/problem-text.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { ErrorState } from '#web/ui/states/ErrorState.tsx';
import { ForbiddenState } from '#web/ui/states/ForbiddenState.tsx';
import { NotFoundState } from '#web/ui/states/NotFoundState.tsx';
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
  if (code === 'not_found') return <NotFoundState action={<Link to="/">{t('page.back_home')}</Link>} />;
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

/** Of a Response thrown by a loader, or of the router's own 404. */
function statusOf(error: unknown): number | null {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
}

/** A fault of this page's own code is not blamed on the server. */
function causeOf(error: unknown, textOf: (error: unknown) => string, broken: string): string {
  return error instanceof ApiError || error instanceof NoAnswer ? textOf(error) : broken;
}

function useRefusedAction() {
  const handles = useMatches().map(({ handle }) => handle as PageHandle | undefined);
  return handles.findLast((handle) => handle?.action)?.action;
}
