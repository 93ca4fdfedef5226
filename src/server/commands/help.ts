/** The help of the operator's command, made from its table. */
import type { Command } from './command.ts';

const WIDTH = 14;

/** The list of all commands. */
export function helpOf(commands: readonly Command[]): string {
  return [
    'otinish <command>          (in a checkout: npm run otinish -- <command>)',
    '',
    ...commands.map(({ name, help }) => `  ${name.padEnd(WIDTH)} ${help}`),
    '',
    'otinish <command> --help says more of one. Files are relative to where you stand.',
  ].join('\n');
}

/** What one command takes and does. */
export function helpOfOne({ name, takes, help, more }: Command): string {
  const usage = `otinish ${name}${takes ? ` ${takes}` : ''}`;
  return [usage, '', `${help.charAt(0).toUpperCase()}${help.slice(1)}.`, ...(more ? ['', more] : [])].join(
    '\n',
  );
}
