import type { BaseContext } from '@ucp/kit/subgraph';
import type { Identity } from './identity.ts';
import type { IdentityLoaders } from './loaders.ts';

export interface Context extends BaseContext {
  readonly identity: Identity;
  readonly load: IdentityLoaders;
}
