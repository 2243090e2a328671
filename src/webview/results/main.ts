import './results.css';
import { listedRows, resultsProtocol } from '../../protocol/results';
import { decodePage } from '../../protocol/encodedPage';
import { Rows } from '../../protocol/rows';
import { startPage } from '../shared/startPage';
import { Page } from './page';
import { restoreState, rowsNeeded } from './uiState';

/** What is on the screen stays there until the first rows of what follows have come. */
let shown: Page | undefined;

startPage(resultsProtocol, (root, first, editor) => {
  let results = first;
  let own: Page | undefined;
  const rows = new Rows();
  const draw = () => {
    if (rows.length < rowsNeeded(restoreState(editor.load(), results), results)) return;
    shown?.dispose();
    shown = own = new Page(root, results, rows, editor);
  };
  draw();
  return {
    take(newer) {
      if (newer.importId !== results.importId) return false;
      results = newer;
      rows.cut(listedRows(newer));
      if (own) own.take(newer);
      else draw();
      return true;
    },
    add({ number, rows: encoded }) {
      const page = decodePage(encoded);
      if (page === undefined) return;
      rows.put(number, page);
      if (own) own.changed();
      else draw();
    },
    obey: (order) => own?.obey(order),
  };
});
