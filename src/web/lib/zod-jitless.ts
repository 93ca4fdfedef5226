/** First import of the browser: zod would probe for `new Function`, which the page's policy reports as an attack. */
import { z } from 'zod';

z.config({ jitless: true });
