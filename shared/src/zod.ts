import { z } from 'zod';

/** Zod as it may run under a page's content security policy: without parsers that it compiles at run time. */
z.config({ jitless: true });

export { z };
