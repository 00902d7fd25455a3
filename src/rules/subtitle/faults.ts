/** Rules over what the scanner stumbled on: one a kind of fault, all of one form. */
import type { Rule } from '../../model/rule.ts';
import type { Severity } from '../../model/spec.ts';
import type { SubtitleFault, SubtitleFaultKind, SubtitleText } from '../../model/subtitle-facts.ts';
import { NOT_APPLICABLE } from '../define.ts';
import { cueOfLine, garbledCues, judgeSpots } from './cues.ts';

interface FaultRule {
  readonly kind: SubtitleFaultKind;
  readonly severity: Severity;
  /** The formats that can have it; any by default. */
  readonly formats?: readonly string[];
  /** Those that are told of; all by default. */
  readonly told?: (faults: readonly SubtitleFault[], facts: SubtitleText) => readonly SubtitleFault[];
}

/** Formats whose times stand in lines of text. */
const FILES = ['srt', 'vtt', 'ass', 'lrc', 'ttml'];

const FAULT_RULES: readonly FaultRule[] = [
  { kind: 'mojibake', severity: 'error', told: onceACue },
  { kind: 'time-syntax', severity: 'error', formats: FILES },
  { kind: 'time-range', severity: 'error' },
  { kind: 'index', severity: 'info', formats: ['srt'] },
  { kind: 'blank-lines', severity: 'warning', formats: ['srt', 'vtt'] },
  { kind: 'empty-cue', severity: 'warning' },
  { kind: 'tags', severity: 'warning', told: inReadableCues },
];

/** A cue of two garbled lines is one that has to be written anew. */
function onceACue(faults: readonly SubtitleFault[], facts: SubtitleText): readonly SubtitleFault[] {
  const known = new Set<unknown>();
  return faults.filter(({ line }) => {
    const cue = cueOfLine(facts).get(line) ?? line;
    if (known.has(cue)) return false;
    known.add(cue);
    return true;
  });
}

function inReadableCues(faults: readonly SubtitleFault[], facts: SubtitleText): readonly SubtitleFault[] {
  const garbled = garbledCues(facts);
  return faults.filter(({ line }) => {
    const cue = cueOfLine(facts).get(line);
    return cue === undefined || !garbled.has(cue);
  });
}

export const faultRules = FAULT_RULES.map(
  ({ kind, severity, formats, told }): Rule<`subtitle/${SubtitleFaultKind}`, 'subtitle'> => ({
    id: `subtitle/${kind}`,
    on: 'subtitle',
    severities: { default: severity },
    source: 'practice',
    waivable: true,
    check(subject) {
      const { facts } = subject;
      if (formats !== undefined && !formats.includes(facts.format)) return NOT_APPLICABLE;
      const own = facts.faults.filter((fault) => fault.kind === kind);
      return judgeSpots(
        subject,
        (told?.(own, facts) ?? own).map(({ line, timeMs, found, detail }) => ({
          ...(facts.format === 'mov_text' ? {} : { line }),
          // A time below zero is no place in a video.
          ...(timeMs === null || timeMs < 0 ? {} : { timeMs }),
          ...(found === '' ? {} : { found }),
          detail,
        })),
      );
    },
  }),
);
