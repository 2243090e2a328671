import path from 'node:path';
import { root } from '../../vscode/paths';

const folder = path.join(root, 'test', 'fixtures', 'tls');

/** The certificate of a host that only tests know, signed by itself: a PEM file that every VS Code here trusts. */
export const certificate = path.join(folder, 'agentassist.pem');

/** The key to both. */
export const certificateKey = path.join(folder, 'key.pem');

/** Another certificate of that key, which has expired. */
export const expired = path.join(folder, 'expired.pem');
