/**
 * A page behind the right it asks for. The server refuses by itself what a loader reads; a page that reads nothing yet,
 * such as a form, is held back here, before anything is typed into it.
 */
import type { ComponentType } from 'react';
import type { Action } from '#domain/access/actions.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import { ForbiddenState } from '#web/ui/states/ForbiddenState.tsx';

type GatedPageProps = { action: Action; Page: ComponentType };

export function GatedPage({ action, Page }: GatedPageProps) {
  return useCan(action).ok ? <Page /> : <Forbidden action={action} />;
}

function Forbidden({ action }: { action: Action }) {
  const { t } = useT();
  useWindowTitle(t('state.forbidden'));
  return <ForbiddenState action={action} unasked />;
}
