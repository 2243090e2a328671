import { FirstRecords } from '../numberKeys';
import { judgementOf } from '../phoneProblem';
import { Row } from '../row';
import type { ListRule } from '../rule';

/**
 * A number that an earlier row has, however it is written there: the stream "prevents the same number from being
 * associated with different or identical names" (API documentation). The second row and every later one is reported.
 */
export const duplicatePhone: ListRule = {
  code: 'phone.duplicate',
  beginList(report, needs) {
    const firsts = new FirstRecords();
    return (row) => {
      const { key } = judgementOf(row, needs);
      const first = key === undefined ? undefined : firsts.claim(key, row.record);
      if (first === undefined) return;
      const range = row.cell('cellPhoneNumber');
      report({ code: 'phone.duplicate', range, first: new Row(row.sheet, first).cell('cellPhoneNumber') });
    };
  },
};
