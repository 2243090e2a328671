// Claims a stream at a given moment, says whether it got it, and keeps it. Built and started by the claims test.
import { Claims } from '../../../src/core/delivery/claims/claims';

/** What the process is told, as JSON. */
export interface ClaimingProcess {
  readonly folder: string;
  /** When it is to claim, in ms since 1970: all at once. */
  readonly at: number;
}

async function main({ folder, at }: ClaimingProcess): Promise<void> {
  const claims = new Claims(folder);
  while (Date.now() < at);
  const claim = await claims.take({ host: 'https://a.example', streamId: 'st-1' });
  process.stdout.write(claim ? 'taken\n' : 'refused\n');
  setInterval(() => undefined, 60_000);
}

main(JSON.parse(process.argv[2] ?? '') as ClaimingProcess).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
