import { expect, test } from 'vitest';
import { isSiteAddress } from './site-address.ts';

test.each([
  'shop.example',
  'https://shop.example/kk?x=1',
  'localhost:8080',
  'дүкен.қаз',
  'shop.example.',
  'हिन्दी.भारत',
])('%s can be a site', (site) => expect(isSiteAddress(site)).toBe(true));
test.each([
  'не адрес !!',
  'shop',
  '',
  'shop example.kz',
  'ftp://shop.example',
  'http://',
  '-shop.example',
  'shop..example',
])('%s can be no site', (site) => expect(isSiteAddress(site)).toBe(false));
