/** The entry of the demo's data, used by the demo server and the browser demo. */
export { type Seeded, seed } from './seed/seed.ts';
