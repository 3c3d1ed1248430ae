import { readDefinition } from './read-definition.ts';

interface AtStep {
  readonly version: number;
  readonly step: string;
}

/** By the order of the steps of a definition, what it does not have behind them by name; of one step the newest version first. */
export function inOrderOf<Row extends AtStep>(definition: unknown, rows: readonly Row[]): Row[] {
  const steps = definition === null ? [] : readDefinition(definition).steps.map(({ key }) => key);
  const places = new Map(steps.map((key, i) => [key, i]));
  const placeOf = ({ step }: AtStep): number => places.get(step) ?? steps.length;
  return [...rows].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.step < b.step ? -1 : a.step > b.step ? 1 : b.version - a.version),
  );
}
