/** The staff page: the list of members, one of them open beside it, and the dialog that invites another. */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { ShouldRevalidateFunction } from 'react-router';
import { z } from 'zod';
import { listStaff, type StaffMember } from '#contract/staff.ts';
import { Id } from '#contract/wire.ts';
import { open } from '#web/api/query.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { PanelFrame } from '#web/ui/overlay/PanelFrame.tsx';
import { SidePanel } from '#web/ui/overlay/SidePanel.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { staffColumns } from './columns.tsx';
import { MemberActions } from './MemberActions.tsx';
import { MemberFacts } from './MemberFacts.tsx';
import { MemberForm } from './MemberForm.tsx';
import { memberRowName, staffTitle } from './member-words.ts';
import styles from './Staff.module.css';
import { useStaff } from './useStaff.ts';

const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.tsx')).InviteDialog }));

/** The URL holds what is open on the page: a member, or the invitation dialog. */
const StaffUrl = z.object({ person: Id.optional(), invite: z.literal('1').optional() });

export const loader = (client: QueryClient) => async (): Promise<null> => {
  await open(client, listStaff, {});
  return null;
};

/** Opening a member beside the list does not reload the list, because nothing in it changes. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) =>
  defaultShouldRevalidate && (currentUrl.href === nextUrl.href || currentUrl.pathname !== nextUrl.pathname);

export function Component() {
  const words = useT();
  const { t } = words;
  const { data, isFetching } = useStaff();
  const { query, setQuery } = useUrlQuery(StaffUrl);
  const member = data.items.find(({ id }) => id === query.person);
  return (
    <>
      <PageTitle
        tab={t('nav.staff')}
        actions={
          <Button variant="contained" onClick={() => setQuery({ invite: '1', person: null })}>
            {t('staff.invite')}
          </Button>
        }
      >
        {staffTitle(data.items, words)}
      </PageTitle>
      <p className={styles.lead}>{t('staff.lead')}</p>
      <PanelFrame
        className={styles.list}
        panel={
          member ? (
            <MemberPanel
              key={member.id}
              member={member}
              onClose={() => setQuery({ person: null }, { replace: true })}
            />
          ) : null
        }
      >
        <DataTable
          label={t('nav.staff')}
          columns={staffColumns(member !== undefined)}
          rows={data.items}
          rowId={({ id }) => id}
          rowName={(row) => memberRowName(row, words)}
          onOpen={({ id }) => setQuery({ person: id }, { replace: member !== undefined })}
          currentId={member?.id ?? null}
          status={isFetching ? 'refreshing' : 'ready'}
        />
      </PanelFrame>
      {query.invite && (
        <Suspense fallback={null}>
          <InviteDialog onClose={() => setQuery({ invite: null }, { replace: true })} />
        </Suspense>
      )}
    </>
  );
}

type MemberPanelProps = { member: StaffMember; onClose: () => void };

/** The panel of one member: facts, editable fields, and actions on the account. */
function MemberPanel({ member, onClose }: MemberPanelProps) {
  const { t } = useT();
  return (
    <SidePanel
      title={member.me ? t('staff.name_you', { name: member.name }) : member.name}
      subtitle={member.email}
      onClose={onClose}
    >
      <MemberFacts member={member} />
      <MemberForm member={member} />
      <MemberActions member={member} />
    </SidePanel>
  );
}
