/** Assigns the request to a person who may work on it, or unassigns it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { assignRequest } from '#contract/requests-write.ts';
import { listStaffNames } from '#contract/staff.ts';
import { can } from '#domain/access/can.ts';
import { queryOf } from '#web/api/query.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { factsOf, useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

/** The select's value for "unassigned". */
const NOBODY = '';

export function AssignDialog() {
  const { t } = useT();
  const { id: me } = useMe();
  const { textOf } = useProblemText();
  const detail = useRequest();
  const names = useQuery(queryOf(listStaffNames, {}));
  const [assigneeId, setAssigneeId] = useState(detail.assignee?.id ?? NOBODY);
  const change = useDialogChange(assignRequest);
  const able = (names.data?.items ?? []).filter(
    ({ id, roles, active }) => active && can({ id, roles }, 'request.take', factsOf(detail)).ok,
  );
  const options = able.map(({ id, name }) => ({
    value: id,
    label: id === me ? `${name} (${t('common.you')})` : name,
  }));
  return (
    <ChangeFrame
      title={t('action.request.assign')}
      confirm={t('request.assign_confirm')}
      change={change}
      error={names.error && textOf(names.error)}
      onConfirm={() => change.send({ assigneeId: assigneeId === NOBODY ? null : assigneeId })}
    >
      <SelectField
        label={t('plain.assignee')}
        hint={t('request.assign_hint')}
        placeholder={t('common.unassigned')}
        options={options}
        value={assigneeId}
        disabled={names.isPending}
        error={change.faults.assigneeId}
        onChange={(event) => setAssigneeId(event.target.value)}
      />
    </ChangeFrame>
  );
}
