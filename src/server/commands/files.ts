/** Says in plain words why a file that the operator named cannot be read. */
import { StartFault } from '#server/process/environment.ts';

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
};

export function unreadable(file: string, error: unknown): StartFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new StartFault(
    `${file} cannot be read: ${WHY[code] ?? code}.`,
    'Paths are relative to the directory in which you typed the command.',
  );
}
