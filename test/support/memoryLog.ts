/** A log that keeps its lines. */
export class MemoryLog {
  readonly lines: string[] = [];
  readonly info = (line: string) => void this.lines.push(line);
  readonly warn = (line: string) => void this.lines.push(line);
  readonly error = (line: string | Error) => void this.lines.push(String(line));
  readonly debug = (line: string) => void this.lines.push(line);
  readonly show = () => void this.lines.push('(shown)');
}
