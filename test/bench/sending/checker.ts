// Checks a CSV from disk as it is before it is sent, and puts what sending needs of it into a second file.
import fs from 'node:fs';
import { serialize } from 'node:v8';
import { createPhoneNumbers } from '../../../src/core/contact/phone';
import { checkFile } from '../../../src/core/delivery';
import { measureOnce } from './process';

const [, , file = '', checkedFile = ''] = process.argv;

void measureOnce(async () => {
  const phones = createPhoneNumbers();
  const result = await checkFile(file, { phones, settings: {}, limit: 1_000, forSending: true });
  if (!result.ok) throw new Error(`The file was not read: ${result.problem.reason}`);
  fs.writeFileSync(checkedFile, serialize(result.file));
});
