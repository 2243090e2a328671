import './results.css';
import { resultsProtocol } from '../../protocol/results';
import { startPage } from '../shared/startPage';
import { Page } from './page';

startPage(resultsProtocol, (root, results, editor) => {
  const page = new Page(root, results, editor);
  return () => page.dispose();
});
