import { type ContactBits, without } from '@ucp/kit/contact-bits';
import { createBits, roomFor } from './room.ts';

/** Who there is in an account: which contacts are shown, as whom the others, and who is archived. */
export interface Population {
  /** Notes as whom a contact is shown. */
  readonly place: (contactNo: number, rootNo: number) => void;
  /** As whom a contact is shown; 0 for a number that is nobody's. */
  readonly rootOf: (contactNo: number) => number;
  readonly archive: (contactNo: number, archived: boolean) => void;
  /** Contacts that others are shown as too, ascending. */
  readonly survivors: () => number[];
  /** Contacts that are shown: those that were not merged into another. */
  readonly shown: () => ContactBits;
  /** The same without those that are archived, or with them. Not to be changed. */
  readonly everybody: (includeArchived: boolean) => ContactBits;
  readonly bytes: () => number;
}

export function createPopulation(): Population {
  /** By contact number. */
  let roots = new Uint32Array(0);
  const shown = createBits();
  const archived = createBits();
  /** Those that are not archived, as they were told last; null: they may be others by now. */
  let present: ContactBits | null = null;
  return {
    place: (contactNo, rootNo) => {
      present = null;
      if (contactNo >= roots.length) {
        const grown = new Uint32Array(roomFor(contactNo + 1));
        grown.set(roots);
        roots = grown;
      }
      roots[contactNo] = rootNo;
      shown.set(contactNo, rootNo === contactNo);
    },
    rootOf: (contactNo) => roots[contactNo] ?? 0,
    archive: (contactNo, isArchived) => {
      present = null;
      archived.set(contactNo, isArchived);
    },
    survivors: () => {
      const survivors = new Set<number>();
      for (let no = 1; no < roots.length; no++) {
        const rootNo = roots[no] ?? 0;
        if (rootNo !== 0 && rootNo !== no) survivors.add(rootNo);
      }
      return [...survivors].sort((a, b) => a - b);
    },
    shown: () => shown.bits(),
    everybody: (includeArchived) => {
      if (includeArchived) return shown.bits().slice();
      present ??= without(shown.bits(), archived.bits());
      return present;
    },
    bytes: () =>
      roots.byteLength +
      shown.bits().byteLength +
      archived.bits().byteLength +
      (present === null ? 0 : present.byteLength),
  };
}
