export { checkFile, type FileCheck, type FileCheckOptions, type FileReport } from './checkFile';
export type { PlacedFinding, FindingData } from './placedFindings';
export { readUtf8File, type FileReading } from './utf8File';
export { FileError, type FileProblem, type Place } from './fileProblem';
export { readFileRows, type FileRows } from './fileRows';
export type { FileRow } from './rowReader';
