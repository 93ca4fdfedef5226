/**
 * The rights on record. The matrix asks the server for what ACTIONS says, so a row that loses or gains a role moves with it;
 * here it shows, as one changed line. Accept a change that is meant with `npx vitest run --project server tests/access/rights.test.ts -u`.
 */
import { expect, it } from 'vitest';
import type { Grant } from '#domain/access/actions/row.ts';
import { type ActionRow, actionRow, actions } from '#domain/access/actions.ts';
import { roles } from '#domain/access/roles.ts';

it('gives every role the rights on record, action by action', async () => {
  // By name, because moving a row changes nobody's rights.
  const lines = actions.toSorted().map((action) => `${action}: ${rightsOf(actionRow(action))}\n`);
  await expect(lines.join('')).toMatchFileSnapshot('rights.snap');
});

function rightsOf({ who, statuses, reason }: ActionRow): string {
  const holders =
    typeof who === 'string'
      ? who
      : roles.flatMap((role) => (who[role] ? `${role}${limitsOf(who[role])}` : [])).join(', ');
  return [
    holders,
    ...(statuses ? [`while ${statuses.join(' ')}`] : []),
    ...(reason ? ['with a reason'] : []),
  ].join('; ');
}

function limitsOf({ tracks, when = [] }: Grant): string {
  const limits = [...(tracks ?? []).map((track) => `${track} track`), ...when];
  return limits.length > 0 ? ` (${limits.join(', ')})` : '';
}
