/** Where a ZIP does not hold, as it is found. */
import type { StructureFault, StructureFaultCode } from '../../../model/package-facts.ts';
import { keepTo } from '../limits.ts';

/** Nobody mends an archive fault by fault; past this many it is broken as a whole, and reading on serves nobody. */
const MAX_FAULTS = 10_000;

type Details = Partial<Pick<StructureFault, 'field' | 'path' | 'bytes'>>;

export class FaultLog {
  readonly faults: StructureFault[] = [];

  /**
   * @param offset position in the file, bytes
   * @throws Stopped past the number that is kept
   */
  add(fault: StructureFaultCode, offset: number, { field = null, path = null, bytes = null }: Details = {}): void {
    keepTo('faults', this.faults.length + 1, MAX_FAULTS);
    this.faults.push({ fault, field, path, offset, bytes });
  }
}
