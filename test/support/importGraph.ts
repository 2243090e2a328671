import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../vscode/paths';

/** The files that each file below `src` imports: types and parts that load late too. Paths from the root, with `/`. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of every file below `src`. */
export function importGraph(): ImportGraph {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join('src', slashed(file)));
  const known = new Set(sources);
  return new Map(sources.sort().map((file) => [file, importsOf(file, known)]));
}

function importsOf(file: string, known: ReadonlySet<string>): readonly string[] {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const target = path.posix.join(path.posix.dirname(file), fileName);
    return [`${target}.ts`, `${target}/index.ts`].filter((path) => known.has(path));
  });
}

function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}

/** Every file that can be come to from this one along imports, itself included. */
export function reachedFrom(file: string, graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const next of reached) for (const imported of graph.get(next) ?? []) reached.add(imported);
  return reached;
}

/** The circles: groups of files each of which can be come to from each other along imports. */
export function circles(graph: ImportGraph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]));
  const seen = new Set<string>();
  return [...graph.keys()].flatMap((file) => {
    if (seen.has(file)) return [];
    const circle = [...(reached.get(file) ?? [])].filter((other) => reached.get(other)?.has(file));
    for (const member of circle) seen.add(member);
    const importsItself = graph.get(file)?.includes(file) === true;
    return circle.length > 1 || importsItself ? [circle.toSorted()] : [];
  });
}
