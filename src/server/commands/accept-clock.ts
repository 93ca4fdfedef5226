/** `accept-clock`: the operator confirms the clock, so that sealing goes on although events of the log are ahead of it. */
import { type Accepted, acceptClock } from '#server/audit/seal/clock-check.ts';
import { served } from './command.ts';

export const acceptClockCommand = served<Accepted | null>({
  name: 'accept-clock',
  help: 'confirm that the clock is right although events of the log are ahead of it',
  more: 'For use after a clock that was ahead. The confirmation is an alarm in the audit log.',
  work: ({ deps }) => acceptClock(deps),
  print: (accepted, { say }) =>
    say(
      accepted
        ? `Recorded: the clock, ${accepted.now}, is right. The newest event is of ${accepted.ahead}.`
        : 'No event of the log is ahead of the clock; nothing was recorded.',
    ),
});
