import { asciiDigits } from '../contact';

/** UUIDs, hex, digits and dashes; not what could be a word or a name, as “Ada-Bee” is hex too. */
const idForm = /^(?=.*[0-9])[0-9a-f-]{8,64}$/i;
/** What a person's number can be: shorter ones are in most ids by chance. */
const numberLike = /[0-9](?:[\s().\-/]*[0-9]){4,}/g;

/**
 * A request id that a server chose, for the log; `undefined` for what has not the form of one, or could be a number of
 * somebody: one that stands in the file, or, where there is no file to look in, a run of seven digits or more.
 * @param file what was sent, as UTF-8
 */
export function loggableId(id: string | undefined, file?: Uint8Array): string | undefined {
  if (id === undefined || !idForm.test(id)) return undefined;
  const runs = numbersIn(id);
  if (runs.length === 0) return id;
  if (file === undefined) return runs.some((run) => run.length >= 7) ? undefined : id;
  const sent = numbersIn(asciiDigits(new TextDecoder().decode(file)));
  const shared = sent.some((number) => runs.some((run) => run.includes(number) || number.includes(run)));
  return shared ? undefined : id;
}

/** The digits of what looks like a number, without what is written between them. */
function numbersIn(text: string): string[] {
  return text.match(numberLike)?.map((number) => number.replace(/[^0-9]/g, '')) ?? [];
}
