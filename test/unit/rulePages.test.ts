import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findingCodes, type FindingCode } from '../../src/core/checks';

const folder = path.join(import.meta.dirname, '..', '..', 'media', 'rules');
const isOfStream = (code: FindingCode) => code.startsWith('stream.');

describe('rule pages', () => {
  for (const code of findingCodes) {
    describe(code, () => {
      const page = fs.readFileSync(path.join(folder, `${code}.md`), 'utf8');

      it('names its severity by default, and then when it has another', () => {
        const [, , line = ''] = page.split('\n');
        const usual = isOfStream(code)
          ? / after sending$/
          : / by default(; (error|warning) (for|where) [^;]+)?$/;
        assert.match(line, usual);
        assert.ok(line.startsWith(`\`${code}\` · `), line);
      });

      it('ends with how its severity is changed', () => {
        const how = isOfStream(code)
          ? `To change its severity or turn it off, set \`agentassistContacts.check.rules\`, for instance \`{ "${code}": "off" }\`.`
          : `To change the severity of this check or turn it off, choose *Change How This Is Reported…* among its quick fixes (\`Ctrl+.\`, \`Cmd+.\` on a Mac), or set \`agentassistContacts.check.rules\`, for instance \`{ "${code}": "off" }\`.`;
        assert.equal(page.split('\n---\n\n')[1], `${how}\n`);
      });

      it('has the keys of a Mac beside those of other keyboards', () => {
        for (const line of page.split('\n')) {
          if (line.includes('`Ctrl+.`')) assert.match(line, /`Cmd\+\.` on a Mac/);
        }
      });

      it('says what Keep as It Is does as the others do', () => {
        for (const [sentence] of page.matchAll(/\*Keep as It Is\* sends[^.]*\./g)) {
          assert.match(
            sentence,
            /^\*Keep as It Is\* sends the row unchanged and stops reporting this value in this file( until you close VS Code)?\.$/,
          );
        }
      });
    });
  }
});
