/** "Are you sure" for what cannot be taken back, fetched only when it is first asked. */
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
