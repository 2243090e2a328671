/**
 * What is needed of the WHATWG URL. Every runtime has it, but the core is compiled with neither DOM nor Node
 * typings, and a port for it would be handed through every caller for nothing.
 */
declare const URL: new (text: string) => {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
};

/**
 * Why a text is no host that contacts may be sent to.
 *
 * | code | when |
 * |---|---|
 * | `empty` | nothing but white space |
 * | `scheme` | a scheme other than https and http |
 * | `insecure` | http to another machine: the token and the contacts would travel readable |
 * | `credentials` | a user name or password in the address: it would be stored in the settings |
 * | `invalid` | no address at all |
 */
export type HostProblem = 'empty' | 'scheme' | 'insecure' | 'credentials' | 'invalid';

/** A host as `Stream` holds it, or why there is none. */
export type HostResult =
  { readonly ok: true; readonly origin: string } | { readonly ok: false; readonly problem: HostProblem };

/** A host that the vendor's documentation names, and the region that its name tells, as an ISO 3166 code or `EU`. */
export interface KnownHost {
  readonly origin: string;
  readonly region?: 'EU' | 'DE' | 'JP';
}

/** Hosts that the vendor's documentation names. Staging and on-premises ones exist too, so any other is accepted. */
export const knownHosts: readonly KnownHost[] = [
  { origin: 'https://platform.kore.ai' },
  { origin: 'https://eu-platform.kore.ai', region: 'EU' },
  { origin: 'https://de-platform.kore.ai', region: 'DE' },
  { origin: 'https://jp-platform.kore.ai', region: 'JP' },
  { origin: 'https://agentassist.kore.ai' },
  { origin: 'https://smartassist.kore.ai' },
  { origin: 'https://bots.kore.ai' },
];

/**
 * Turns what people type or paste into an origin: `Platform.Kore.ai/agentassist/` becomes
 * `https://platform.kore.ai`. Adds https where no scheme is given; drops path, query, fragment, default port,
 * a closing dot, surrounding white space, and quotes or angle brackets around it; names outside ASCII come back in their `xn--` form, so that
 * look-alike letters are seen for what they are.
 */
export function parseHost(text: string): HostResult {
  const trimmed = text.trim().replace(/^["'“”‘’`<]+|["'“”‘’`>,;]{1,9}$/g, '');
  if (trimmed === '') return { ok: false, problem: 'empty' };
  // The URL parser removes tabs and line breaks and reads a backslash as a slash: the host would not be what is seen.
  if (/[\s\\\p{Cc}\p{Cf}]/u.test(trimmed)) return { ok: false, problem: 'invalid' };

  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http')
    return { ok: false, problem: 'scheme' };

  const url = parseUrl(scheme === undefined ? `https://${trimmed.replace(/^\/+/, '')}` : trimmed);
  if (url === undefined) return { ok: false, problem: 'invalid' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };

  const hostname = url.hostname.replace(/\.$/, '');
  if (!isHostname(hostname) || url.port === '0') return { ok: false, problem: 'invalid' };
  if (url.protocol === 'http:' && !isLoopback(hostname)) return { ok: false, problem: 'insecure' };
  return { ok: true, origin: `${url.protocol}//${hostname}${url.port && `:${url.port}`}` };
}

/** Whether a host name never leaves this machine. Takes it as URL gives it: lower case, IPv4 in four decimal parts. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The URL parser lets through what no name server knows, `{host}` of the vendor's own samples among it. */
function isHostname(hostname: string): boolean {
  return /^\[[0-9a-f:.]+\]$/.test(hostname) || /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(hostname);
}

function parseUrl(text: string): InstanceType<typeof URL> | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
