/** Downloads the case file of a request. The server builds it and logs the export; the browser saves the response. */
import Button from '@mui/material/Button';
import { exportCase } from '#contract/trails.ts';
import { useChange } from '#web/api/mutate.ts';
import { downloadText } from '#web/lib/download-text.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';

export function CaseButton({ reference }: { reference: string }) {
  const { t } = useT();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const making = useChange(exportCase, {
    onSuccess: (file) => {
      const name = `${file.request.reference}.case.json`;
      downloadText(name, `${JSON.stringify(file, null, 2)}\n`);
      notify({ text: t('request.case_saved', { file: name }) });
    },
  });
  const save = () =>
    making.mutate(
      { params: { id: reference }, body: {} },
      { onError: (error) => notify({ text: textOf(error), tone: 'error' }) },
    );
  return (
    <Button onClick={save} aria-disabled={making.isPending}>
      {t('action.request.export_case')}
    </Button>
  );
}
