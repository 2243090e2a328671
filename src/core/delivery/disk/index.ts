export { checkDisk, type DiskCheck, type DiskCheckOptions, type DiskReport } from './checkDisk';
export type { DiskFinding, FindingData } from './diskTally';
export { openDiskCsv, type DiskReading } from './openDiskCsv';
export { DiskError, type DiskProblem, type Place } from './problem';
export { readRows, type DiskRows } from './readRows';
export type { DiskRow } from './rowReader';
