import { expect, test } from 'vitest';
import { isHostName, isSiteAddress } from './host-name.ts';

test.each(['mail.example.kz', 'smtp-1.example.kz.', 'mail', '10.0.0.5', '::1', 'пошта.қаз', 'xn--80a.kz'])(
  '%s can be a server',
  (host) => expect(isHostName(host)).toBe(true),
);
test.each(['', 'нет такого', 'нет', 'smtp://mail.kz', 'mail..kz', '-mail.kz', 'mail.kz:25', 'a b.kz'])(
  '%s can be no server',
  (host) => expect(isHostName(host)).toBe(false),
);
test.each(['shop.example', 'https://shop.example/kk?x=1', 'localhost:8080', 'дүкен.қаз'])(
  '%s can be a site',
  (site) => expect(isSiteAddress(site)).toBe(true),
);
test.each(['не адрес !!', 'shop', '', 'shop example.kz', 'ftp://shop.example', 'http://'])(
  '%s can be no site',
  (site) => expect(isSiteAddress(site)).toBe(false),
);
