/**
 * Compares the rights in ACTIONS with a snapshot. The access matrix compares the server with ACTIONS, so it cannot
 * notice a row that gains or loses a role; here that is one changed line. Accept an intended change with
 * `npx vitest run --project server tests/access/rights.test.ts -u`.
 */
import { expect, it } from 'vitest';
import type { Grant } from '#domain/access/actions/row.ts';
import { type ActionRow, actionRow, actions } from '#domain/access/actions.ts';
import { roles } from '#domain/access/roles.ts';

it('every role has the rights of the snapshot, action by action', async () => {
  // Sorted by name, because moving a row in the table changes no rights.
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
