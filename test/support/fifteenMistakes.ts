/** A list of thirty rows with more than fifteen kinds of mistakes, as a CRM and a spreadsheet make them together. */
export const fifteenMistakes = [
  'First Name;Surname;salutation;cellPhoneNumber;Country;Notes',
  ...Array.from({ length: 14 }, (_, at) => `Asha;Rao;Mrs;98765432${10 + at};+91;`),
  ' Ravi;Iyer;mr.;9876543230;+91;',
  'Mei;Li\u0007n;MRS;9876543231;0091;',
  'R&amp;D;Day;Mr;9876543232;+91;',
  'Bo;Day;Mr;+919876543233;+91;',
  'Cy;Day;Mr;9876543234.0;+91;',
  'Di;Day;Mrs;9,876,543,235;+91;',
  'Ed;Day;Mr;98765 43236;+91;',
  "Flo;Day;Mrs;'9876543237;+91;",
  'Gus;Day;Mr;tel:9876543238;+91;',
  'Hal;Day;Mr;\uFF19876543239;+91;',
  ';Day;Mr;9876543240;+91;',
  'Ida;;Mrs;9876543241;+91;',
  'Jo;Day;Mr;9.87654E+09;+91;',
  'Kim;Day;Mrs;9876543210;+91;',
  'Leo;Day;;9876543243;+91;',
  ';;;;;',
  'Max;Day;Mr;98;+91;',
  '',
]
  .join('\r\n')
  .replace(/;(?!D;)/g, '\t');
