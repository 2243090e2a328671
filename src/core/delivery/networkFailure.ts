import type { Failure } from './failure';
import { systemError, type SystemError } from '../files/systemError';

type Rule = readonly [when: (error: SystemError) => boolean, meaning: Pick<Failure, 'reason' | 'effect'>];

/** Codes of a connection that never came about, as they stand on the error for several addresses. */
const noConnection = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);

/** Node's codes for a certificate that OpenSSL or the name check refused. */
const badCertificate = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CRL_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_SIGNATURE_FAILURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What a request that writes means when no answer began; the first rule that fits decides. */
const rules: readonly Rule[] = [
  [({ call }) => call === 'getaddrinfo', { reason: 'unknownHost', effect: 'none' }],
  [({ call }) => call === 'connect', { reason: 'unreachable', effect: 'none' }],
  // Node names the call on every error of an open connection. Only when it tried several addresses in vain, and
  // raises one error for all, is there a code and no call.
  [
    ({ code, call }) => call === undefined && noConnection.has(code ?? ''),
    { reason: 'unreachable', effect: 'none' },
  ],
  // Node verifies before it lets the first byte of the request go.
  [({ code }) => badCertificate.has(code ?? ''), { reason: 'certificate', effect: 'none' }],
  // OpenSSL refused to encrypt the request, because the handshake failed.
  [({ code }) => code === 'EPROTO', { reason: 'certificate', effect: 'none' }],
  // Raised by what the server sent, possibly after it had the request: TLS 1.3 asks for client certificates that late.
  [({ code }) => code?.startsWith('ERR_SSL_') ?? false, { reason: 'certificate', effect: 'unknown' }],
];

/** Whatever else happens, the request may have arrived. */
const otherwise = { reason: 'connectionLost', effect: 'unknown' } as const;

/** The failure that a thrown error stands for, when no answer began. */
export function networkFailure(error: unknown): Failure {
  const system = systemError(error);
  const [, meaning] = rules.find(([when]) => when(system)) ?? [undefined, otherwise];
  return { ...meaning, ...(system.code !== undefined && { systemCode: system.code }) };
}
