import type { LocalCommand } from './command.ts';

export const versionCommand: LocalCommand = {
  name: 'version',
  help: 'print this release',
  run: async ({ say, version }) => {
    say(version);
    return 0;
  },
};
