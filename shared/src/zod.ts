import { z } from 'zod';

/** Zod without parsers compiled at run time, which a page's content security policy forbids. */
z.config({ jitless: true });

export { z };
