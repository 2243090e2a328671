import type { SessionOptions } from '../../e2e/support/session';
import { streamSettings } from '../../e2e/support/stream';
import type { Sandbox, SandboxOptions } from '../../support/sandbox';
import { checkedFiles, checking } from './checking';
import { mapping, otherFiles } from './mapping';
import { newcomer } from './newcomer';
import { large, largeFiles, restricted, restrictedFiles } from './others';
import { sending, sentFiles } from './sending';
import type { Station } from './station';
import { streams } from './streams';

/** Stations in one window, in order. */
export interface Route {
  readonly name: string;
  /** How the stream beside VS Code behaves. */
  readonly stream?: SandboxOptions;
  readonly options: (stream: Sandbox) => SessionOptions;
  readonly stations: readonly Station[];
}

const desk = (stream: Sandbox) => streamSettings('Support desk', stream);

/** All routes. */
export const routes: readonly Route[] = [
  { name: 'newcomer', options: () => ({}), stations: newcomer },
  { name: 'checking', options: () => ({ files: checkedFiles }), stations: checking },
  { name: 'streams', options: (stream) => ({ settings: desk(stream) }), stations: streams },
  { name: 'mapping', options: () => ({ files: otherFiles }), stations: mapping },
  {
    name: 'sending',
    // Little at a time, so that a short list takes many requests and a look at the stream takes long.
    stream: { pageSizeCap: 2 },
    options: (stream) => ({
      files: sentFiles,
      settings: {
        ...desk(stream),
        'agentassistContacts.send.requestsPerMinute': 6000,
        'agentassistContacts.send.batchRows': 4,
      },
    }),
    stations: sending,
  },
  { name: 'large', options: () => ({ files: largeFiles() }), stations: large },
  {
    name: 'restricted',
    options: () => ({
      trust: true,
      files: restrictedFiles,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    }),
    stations: restricted,
  },
];
