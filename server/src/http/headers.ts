import helmet from 'helmet';
import type { Config } from '../config.ts';

type Handler = ReturnType<typeof helmet>;

/**
 * Security headers. Most classes open the page over plain http from a teacher's laptop, where headers that ask for
 * https would break it; they are sent only when PUBLIC_URL is https.
 */
export function securityHeaders({ PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): Handler {
  const isHttps = PUBLIC_URL?.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps,
    // Browsers ignore these two over plain http and say so in the console.
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
    // 'no-referrer' would make some browsers call our own pages' origin "null".
    referrerPolicy: { policy: 'same-origin' },
  });
}
