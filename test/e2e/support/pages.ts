import { PageHost } from '../../support/page/host';

let host: Promise<PageHost> | undefined;

after(async () => (await host)?.stop());

/** The host of the pages: one for all tests, since building the pages and starting a browser takes longer than most. */
export function pageHost(): Promise<PageHost> {
  return (host ??= PageHost.start());
}
