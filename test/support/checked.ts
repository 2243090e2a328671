import { check, type CheckOptions, type CheckReport } from '../../src/core/checks/check';
import { readSheet } from '../../src/core/checks/readSheet';
import type { ContactSheet } from '../../src/core/checks/sheet';
import { createPhoneNumbers } from '../../src/core/contact/phone';

const phones = createPhoneNumbers();

/**
 * Checks a text to the end, with the real numbering plans.
 * @param sheet the text as it is read, if not as any other
 */
export function checked(
  text: string,
  options: Partial<CheckOptions> = {},
  sheet: ContactSheet = readSheet(text),
): CheckReport {
  const work = check(sheet, { phones, settings: {}, limit: 1000, ...options });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A text in which `«…»` marks where findings are expected: the text without the marks, and the marked ranges in order. */
export function marked(text: string): { text: string; ranges: { start: number; end: number }[] } {
  const ranges: { start: number; end: number }[] = [];
  const parts = text.split(/[«»]/);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) ranges.push({ start: at, end: at + part.length });
    at += part.length;
  }
  return { text: parts.join(''), ranges };
}
