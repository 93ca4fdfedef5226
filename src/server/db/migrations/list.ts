/** All migrations in order of application. Append new ones at the end. */
import { foundation } from './0001-foundation.ts';
import { sealing } from './0002-sealing.ts';
import { destruction } from './0003-destruction.ts';
import { retention } from './0004-retention.ts';
import { exporting } from './0005-export.ts';
import { listings } from './0006-listings.ts';
import { sealingLoad } from './0007-sealing-load.ts';
import { formerNames } from './0008-former-names.ts';
import { letterKinds } from './0009-letter-kinds.ts';
import { calendar } from './0010-calendar.ts';
import { intakeCount } from './0011-intake-count.ts';
import { ends } from './0012-ends.ts';
import { rescanned } from './0013-rescan.ts';
import { tally } from './0014-tally.ts';
import { recovery } from './0015-recovery.ts';
import { chosen } from './0016-chosen.ts';
import { reasonedAnswers } from './0017-reasoned-answers.ts';
import { formerContacts } from './0018-former-contacts.ts';
import { handsTo } from './0019-hands-to.ts';
import { staffNotices } from './0020-staff-notices.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  foundation,
  sealing,
  destruction,
  retention,
  exporting,
  listings,
  sealingLoad,
  formerNames,
  letterKinds,
  calendar,
  intakeCount,
  ends,
  rescanned,
  tally,
  recovery,
  chosen,
  reasonedAnswers,
  formerContacts,
  handsTo,
  staffNotices,
];
