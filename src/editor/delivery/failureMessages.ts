import type { Failure } from '../../core/delivery/failure';
import type { Stream } from '../../core/stream/stream';
import { connectionWords } from './connectionWords';
import { refusalWords } from './refusalWords';
import type { FailureWords } from './sentences';

/** What failed: sending contacts, or reading some of them, after which nothing can have changed. */
export interface FailedCall {
  readonly stream: Pick<Stream, 'name' | 'host' | 'accountId' | 'sandbox'>;
  readonly call: 'import' | 'read';
}

/** Words a failure after the API's error table. Without the server's own words; for those see `serverSays`. */
export function failureWords(failure: Failure, { stream }: FailedCall): FailureWords {
  const { reason } = failure;
  switch (reason) {
    case 'credentials':
    case 'token':
    case 'scope':
    case 'unauthorized':
    case 'notFound':
    case 'csvFormat':
    case 'validation':
    case 'refused':
    case 'tooLarge':
    case 'rateLimit':
    case 'server':
      return refusalWords(reason, failure, stream);
    case 'method':
    case 'proxy':
    case 'redirect':
    case 'gateway':
    case 'notJson':
    case 'notContacts':
    case 'tooMuch':
    case 'unknownHost':
    case 'unreachable':
    case 'certificate':
    case 'connectionLost':
    case 'timeout':
    case 'cancelled':
      return connectionWords(reason, failure, stream);
  }
}
