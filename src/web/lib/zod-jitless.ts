/**
 * Must be main.tsx's first import: zod otherwise tries `new Function`, which the content security policy reports as a
 * violation.
 */
import { z } from 'zod';

z.config({ jitless: true });
