import { contactColumns } from '../contact';
import { findingCodes } from './finding';
import { severities, type KeptValues, type RuleSettings } from './severity';

/** Rule settings as somebody wrote them or an older version stored them: unknown codes and severities are left out. */
export function readRuleSettings(rules: unknown): RuleSettings {
  const given = entriesOf(rules);
  const settings: { -readonly [Key in keyof RuleSettings]: RuleSettings[Key] } = {};
  for (const code of findingCodes) {
    const severity = [...severities, 'off' as const].find((known) => known === given.get(code));
    if (severity !== undefined) settings[code] = severity;
  }
  return settings;
}

/** Values that are kept as they are, as they were stored. */
export function readKeptValues(value: unknown): KeptValues {
  const given = entriesOf(value);
  const kept: { -readonly [Column in keyof KeptValues]: KeptValues[Column] } = {};
  for (const column of contactColumns) {
    const values = given.get(column);
    if (Array.isArray(values)) kept[column] = values.filter((one) => typeof one === 'string');
  }
  return kept;
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
