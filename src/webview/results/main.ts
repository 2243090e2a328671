import './results.css';
import { parseShowMessage, type PageMessage } from '../../protocol/messages';
import { showFindings } from '../findings/page';
import { Page } from './page';

const vscode = acquireVsCodeApi();
const send = (message: PageMessage) => vscode.postMessage(message);
const host = { send, load: () => vscode.getState(), save: (state: unknown) => void vscode.setState(state) };
const root = document.getElementById('root') ?? document.body;
let page: Page | undefined;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = parseShowMessage(data);
  if (message?.type === 'show') {
    page?.dispose();
    page = new Page(root, host, message.words, message.results);
  } else if (message?.type === 'showFindings') {
    showFindings(root, message.words, message.findings, (line, column) =>
      send({ type: 'goToLine', line, column }),
    );
  }
});
send({ type: 'ready' });
