/** Where a finding is and what it is about, for readers that know files and lines only. */
import { CONFIG_NAME } from '../../model/file-names.ts';
import type { ReportItem } from '../../model/report.ts';
import type { Place } from '../../model/rule.ts';
import type { AnyReport, MachineOptions } from './options.ts';

/** A row of a workbook is no line of a text. */
const WORKBOOK = /\.xls[xm]?$/i;

/** The line of a text file; `null` where the place is something else, or inside of something else. */
export function lineOf({ line, path = '', track, package: inPackage }: Place): number | null {
  return line === undefined || track !== undefined || inPackage !== undefined || WORKBOOK.test(path) ? null : line;
}

/** Whether a finding is about a file or a folder, or a package, and not about a work or more. */
export function hasFile({ package: inPackage, path }: Place): boolean {
  return inPackage !== undefined || Boolean(path);
}

export interface Places {
  /**
   * The file that a reader is to open, as seen from where it starts. Some refuse what has no file: a finding about a
   * work is then shown at its first file, one about a category at its folder, and one about the whole at `sizheng.yaml`.
   */
  anchorOf(place: Place): string;
  /** The work or the category; `null` for the whole, and for packages. */
  subjectOf(place: Place): string | null;
}

export function placesOf(report: AnyReport, { base }: Pick<MachineOptions, 'base'>): Places {
  const items = new Map<string, ReportItem>('items' in report ? report.items.map((item) => [item.id, item]) : []);
  const categories = new Map('ledger' in report ? report.ledger.map(({ category, name }) => [category, name]) : []);
  const subjectOf = ({ item, category = '' }: Place) => item ?? categories.get(category) ?? (category || null);
  return {
    subjectOf,
    anchorOf(place) {
      // Packages are named as seen from where the command was run.
      if (place.package !== undefined) return place.package;
      const path = place.path || items.get(place.item ?? '')?.assets[0]?.path || subjectOf(place) || CONFIG_NAME;
      return base === '' ? path : `${base}/${path}`;
    },
  };
}
