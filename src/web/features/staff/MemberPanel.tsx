/** One person beside the list: what can be changed, and what can be done about the way in. */
import type { StaffMember } from '#contract/staff.ts';
import { useT } from '#web/lib/useT.ts';
import { SidePanel } from '#web/ui/overlay/SidePanel.tsx';
import { MemberActions } from './MemberActions.tsx';
import { MemberFacts } from './MemberFacts.tsx';
import { MemberForm } from './MemberForm.tsx';

type MemberPanelProps = { member: StaffMember; onClose: () => void };

export function MemberPanel({ member, onClose }: MemberPanelProps) {
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
