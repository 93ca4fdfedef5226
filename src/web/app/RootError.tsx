/** The last resort, outside the shell: the server is away before anything could be drawn, or the frame itself broke. */
import { Announcer } from '#web/ui/Announcer.tsx';
import { PageError } from './PageError.tsx';

export function RootError() {
  return (
    <Announcer>
      <main id="main">
        <PageError />
      </main>
    </Announcer>
  );
}
