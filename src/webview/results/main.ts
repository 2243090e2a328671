import './results.css';
import { listedRows, resultsProtocol } from '../../protocol/results';
import { countRows, Rows, type RowPage } from '../../protocol/rows';
import { startPage } from '../shared/startPage';
import { Page } from './page';

/** What is on the screen stays there until all rows of what follows have come. */
let shown: Page | undefined;

startPage(resultsProtocol, (root, results, editor) => {
  const pages: RowPage[] = [];
  const draw = () => {
    if (countRows(pages) < listedRows(results)) return;
    shown?.dispose();
    shown = new Page(root, results, new Rows(pages), editor);
  };
  draw();
  return {
    add: (page) => {
      pages.push(page);
      draw();
    },
    obey: (order) => shown?.obey(order),
  };
});
