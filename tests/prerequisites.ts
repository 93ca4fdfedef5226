/**
 * The programs that tests need besides npm packages. A missing one is installed or is an error; its tests are never
 * skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

type Need = { name: string; packages: readonly string[]; found: () => boolean };

const CHROMIUM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const POSTGRES_ROOT = '/usr/lib/postgresql';

const NEEDS: readonly Need[] = [
  { name: 'Chromium', packages: ['chromium'], found: () => CHROMIUM_PATHS.some((path) => existsSync(path)) },
  {
    name: 'PostgreSQL 15 or newer (server binaries)',
    packages: ['postgresql'],
    found: () =>
      existsSync(POSTGRES_ROOT) &&
      readdirSync(POSTGRES_ROOT).some(
        (version) => Number(version) >= 15 && existsSync(`${POSTGRES_ROOT}/${version}/bin/initdb`),
      ),
  },
  {
    name: 'curl, openssl, jq and python3 (the documented examples are run)',
    packages: ['curl', 'openssl', 'jq', 'python3'],
    found: () => ['curl', 'openssl', 'jq', 'python3'].every((tool) => existsSync(`/usr/bin/${tool}`)),
  },
  { name: 'nginx', packages: ['nginx-light'], found: () => existsSync('/usr/sbin/nginx') },
];

/** As root on Debian, installs what is missing. @throws otherwise, with the packages to install */
export function ensurePrerequisites(say: (line: string) => void): void {
  const missing = NEEDS.filter((need) => !need.found());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const wanted = missing.map((need) => need.name).join(', ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `Missing: ${wanted}. Install it first, on Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    );
  }
  say(`Installing ${wanted}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const still = NEEDS.filter((need) => !need.found()).map((need) => need.name);
  if (still.length > 0) throw new Error(`Could not be installed: ${still.join(', ')}`);
}
