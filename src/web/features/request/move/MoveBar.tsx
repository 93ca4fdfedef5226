/** One line for the next step: who has to take it, what it is, and its button. */
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { ActionButton } from '../ActionButton.tsx';
import { useComposer } from '../composer/useComposer.ts';
import { buttonLabel, isBare } from '../request-acts.ts';
import { useActs } from '../useActs.ts';
import { isClosedToRole, useRequest, verdictOf } from '../useRequest.ts';
import { MoreMenu } from './MoreMenu.tsx';
import styles from './MoveBar.module.css';
import { MOVE_BUTTONS, type MoveButton } from './move-buttons.ts';
import { moveLine } from './move-line.ts';

export function MoveBar() {
  const translator = useT();
  const detail = useRequest();
  const today = useToday();
  const { mode } = useComposer();
  const { lead, rest } = moveLine(detail, today, translator);
  const { main, beside } = MOVE_BUTTONS[detail.move.code];
  // While a letter is being written, its Send button is the primary one, and a page has only one.
  const isPrimary = detail.move.mine && mode !== 'letter';
  return (
    <section
      className={classNames(styles.bar, detail.move.mine && styles.mine)}
      aria-label={translator.t('plain.move')}
    >
      <p className={styles.words}>
        <strong>{lead}</strong> {rest}
      </p>
      <div className={styles.buttons}>
        <MoreMenu shown={[main, beside].flatMap((button) => button?.action ?? [])} />
        {beside && <BarButton button={beside} />}
        {main && <BarButton button={main} primary={isPrimary} />}
      </div>
    </section>
  );
}

type BarButtonProps = { button: MoveButton; primary?: boolean };

function BarButton({ button: { action, label }, primary = false }: BarButtonProps) {
  const translator = useT();
  const { run, isBusy } = useActs();
  const verdict = verdictOf(useRequest(), action);
  if (isClosedToRole(verdict)) return null;
  return (
    <ActionButton
      verdict={verdict}
      primary={primary}
      busy={isBusy(action)}
      local={!isBare(action)}
      onClick={() => run(action)}
    >
      {label ? translator.label(label) : buttonLabel(action, translator)}
    </ActionButton>
  );
}
