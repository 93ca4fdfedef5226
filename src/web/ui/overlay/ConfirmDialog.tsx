/** Asks to confirm an action that cannot be undone; its code is fetched when it opens for the first time. */
import { lazy, Suspense } from 'react';
import type { ConfirmDialogProps } from './ConfirmDialogBody.tsx';

const Body = lazy(() =>
  import('./ConfirmDialogBody.tsx').then(({ ConfirmDialogBody }) => ({ default: ConfirmDialogBody })),
);

export function ConfirmDialog(props: ConfirmDialogProps) {
  if (!props.open) return null;
  return (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  );
}
