import { createRequire } from 'node:module';

/**
 * A package that is loaded when it is asked for first: what only some accounts need must not make every start slower.
 * @param from `import.meta.url` of the module whose package it is
 */
export function lazily<Package>(from: string, name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= createRequire(from)(name);
    if (loaded === undefined) throw new Error(`${name} exports nothing`);
    return loaded;
  };
}
