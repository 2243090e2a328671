// `npm run sandbox`: the sandbox from a terminal, until Ctrl+C.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';

import { readOptions, usage } from './commandLine';
import { startSandbox } from './index';
import type { Sandbox } from './index';

/** Long enough for a day of trying things out; the sandbox's secret does not outlive it anyway. */
const tokenLifetime = '24h';

const sampleCsv = [
  'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension',
  'john,doe,Mr,9876543210,+91,+',
  'jane,doe,Mrs,9123456780,+91,91',
  '',
].join('\n');

/** Exit code 2 for a wrong option, 1 for a port that cannot be had. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const sandbox = await startSandbox({ ...options, log: (line) => console.log(line) });
  const folder = mkdtempSync(join(tmpdir(), 'agentassist-sandbox-'));
  const sample = join(folder, 'contacts.csv');
  writeFileSync(sample, sampleCsv);
  console.log(greeting(sandbox, await sampleToken(sandbox), sample));

  const end = () => {
    rmSync(folder, { recursive: true, force: true });
    void sandbox.stop();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

/** A token as the API documents it, for pasting. */
function sampleToken({ clientId, clientSecret }: Sandbox): Promise<string> {
  return new SignJWT({ appId: clientId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject('1234567890')
    .setIssuedAt()
    .setExpirationTime(tokenLifetime)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(clientSecret));
}

/** The curl is one line in double quotes, so that POSIX shells, cmd and PowerShell all take it. */
function greeting(sandbox: Sandbox, token: string, sample: string): string {
  const contacts = `${sandbox.host}/agentassist/api/v1/public/${sandbox.streamId}/contacts`;
  return [
    'SANDBOX: a local stream for trying things out. Contacts live in memory until Ctrl+C.',
    '',
    `  address        ${sandbox.host}`,
    `  stream ID      ${sandbox.streamId}`,
    `  client ID      ${sandbox.clientId}`,
    `  client secret  ${sandbox.clientSecret}`,
    '',
    `Import a sample (or put your own file after the @; the token is good for ${tokenLifetime}):`,
    '',
    `curl -H "auth: ${token}" -F "result_file=@${sample};type=text/csv" "${contacts}/import-contacts"`,
    '',
    'List what is there:',
    '',
    `curl -H "auth: ${token}" "${contacts}?skip=0&limit=50"`,
    '',
    'Requests:',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
