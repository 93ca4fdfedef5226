/** `rotate-key`: a new master key, and every subject's key wrapped under it, while the desk is in use. */
import { resolve } from 'node:path';
import { type Rotated, rotateKey } from '#server/process/key-rotation-node.ts';
import { served } from './command.ts';

const FILE_ONLY = '--file-only';

export const rotateKeyCommand = served<Rotated & { keyFile: string }>({
  name: 'rotate-key',
  takes: `[${FILE_ONLY}]`,
  help: 'add a new master key to the key file and wrap every subject’s key under it, online',
  more: `Run it again after an interruption: it goes on where it was, and adds no second key. The former keys stay in the file. With servers on several machines first run it with ${FILE_ONLY}, copy the file to each of them, then run it without. Copy the file to its safe place again afterwards.`,
  argument: ({ args }) => (args.includes(FILE_ONLY) ? FILE_ONLY : null),
  work: async ({ deps, environment }, argument) => {
    const keyFile = resolve(environment.keyFile);
    return { ...(await rotateKey(deps, { keyFile, fileOnly: argument === FILE_ONLY })), keyFile };
  },
  print: ({ version, added, rewrapped, left, keyFile }, { say }) => {
    say(added ? `${keyFile} has a new master key, version ${version}.` : `Going on with version ${version}.`);
    if (added)
      say('Copy the file to its safe place again now: the former copy cannot read what comes from here on.');
    say(
      `Keys wrapped anew: ${rewrapped}.${left ? ' Not all yet: run the command again, without --file-only.' : ''}`,
    );
  },
});
