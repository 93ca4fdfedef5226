import { expect, it } from 'vitest';
import { linkedFiles } from './budget.ts';

it('finds each file that a page links once', () => {
  const html = `<html><head>
    <meta name="referrer" content="no-referrer" />
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <script src="/first-paint.js" nonce="n"></script>
    <script type="module" crossorigin src="/assets/index-1.js" nonce="n"></script>
    <link rel="modulepreload" crossorigin href="/assets/vendor-2.js" nonce="n">
    <link rel="modulepreload" crossorigin href="/assets/vendor-2.js" nonce="n">
    <link rel="stylesheet" crossorigin href="/assets/index-3.css" nonce="n">
    <script type="module" crossorigin src="./assets/boot-4.js"></script>
    <script>inline()</script>
  </head></html>`;
  expect(linkedFiles(html)).toEqual([
    'icon.svg',
    'first-paint.js',
    'assets/index-1.js',
    'assets/vendor-2.js',
    'assets/index-3.css',
    'assets/boot-4.js',
  ]);
});
